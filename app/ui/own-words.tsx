/**
 * What a person wrote, in its own paragraphs and direction, whatever the language of the page.
 *
 *     <OwnWords text={profile.story} />
 */
export function OwnWords({ text }: { text: string }) {
  const paragraphs = text.split(/\n{2,}/u).filter((paragraph) => paragraph.trim() !== "");
  return (
    <div class="own-words">
      {paragraphs.map((paragraph, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the same words may stand twice, and never move
        <p key={index} dir="auto">
          {paragraph}
        </p>
      ))}
    </div>
  );
}
