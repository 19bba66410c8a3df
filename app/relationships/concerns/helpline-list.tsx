import { Callout } from "../../ui/callout.tsx";
import { Details } from "../../ui/details.tsx";
import { useReader } from "../../ui/reader.ts";
import { directories, helplines } from "./helplines.ts";
import { helplineWords } from "./helplines.messages.ts";

const address = (source: string): string => `https://${source}`;

/** Always there: those of her country first; of others, and of countries that we have none of, behind a title. */
export function HelplineList({ country }: { country: string | null }) {
  const { language } = useReader();
  const words = helplineWords(language);
  const regionNames = new Intl.DisplayNames([language], { type: "region" });
  const nameOf = (code: string): string => regionNames.of(code) ?? code;
  const own = country !== null && helplines[country] ? country : undefined;
  const others = Object.keys(helplines)
    .filter((code) => code !== own)
    .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), language));
  return (
    <Callout title={words.title}>
      <p>{words.text}</p>
      {own ? <Lines country={own} name={nameOf(own)} /> : <p>{words.emergency}</p>}
      <Details summary={own ? words.others : words.byCountry}>
        {others.map((code) => (
          <Lines key={code} country={code} name={nameOf(code)} />
        ))}
        <p>
          {words.elsewhere}{" "}
          {directories.map((source) => (
            <>
              <a key={source} href={address(source)} rel="noreferrer">
                <bdi>{source}</bdi>
              </a>{" "}
            </>
          ))}
        </p>
      </Details>
    </Callout>
  );
}

function Lines({ country, name }: { country: string; name: string }) {
  const words = helplineWords(useReader().language);
  return (
    <>
      <p>
        <strong>{name}</strong>
      </p>
      <ul>
        {(helplines[country] ?? []).map(({ kind, name: line, number, source }) => (
          <li key={number}>
            {words.kinds[kind]}
            {line !== undefined && (
              <>
                , <bdi>{line}</bdi>
              </>
            )}
            {": "}
            <a href={`tel:${number.replaceAll(/[^\d+]/g, "")}`}>
              <bdi dir="ltr">{number}</bdi>
            </a>{" "}
            (
            <a href={address(source)} rel="noreferrer">
              <bdi>{source}</bdi>
            </a>
            )
          </li>
        ))}
      </ul>
    </>
  );
}
