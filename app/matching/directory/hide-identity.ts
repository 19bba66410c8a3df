/**
 * Takes out of somebody's own words what would say who she is or how to reach her: her name, addresses, links, numbers.
 * What she tells of her work stays hers to tell: the page on which she writes it says who reads it. Pure.
 */
const hidden = "…";
const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const email = /[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.[^\s@<>()[\],;:"]+/gu;
// Node.js and ASP.NET are no addresses; what goes on after a slash is.
const link =
  /\b(?:https?:\/\/|www\.)\S+|(?<![\p{L}\p{N}])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:(?:com|org|edu|gov|info)(?![\p{L}\p{N}])(?:\/\S*)?|[a-z]{2,}\/\S+)/giu;
const handle = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]{2,}/gu;
// With its country or nine digits long: two years in a row are none.
const telephone = /\+\d(?:[\s().-]{0,3}\d){6,}|\d(?:[\s().-]{0,3}\d){8,}/g;

export function hideIdentity(text: string, name: string): string {
  // Each of her names by itself, too; a particle such as "de" says nothing.
  const names = [name, ...name.split(/[\s.,'’-]+/u).filter((part) => part.length > 2)].filter((part) => part.trim() !== "");
  let shown = text.replaceAll(email, hidden).replaceAll(link, hidden).replaceAll(handle, hidden).replaceAll(telephone, hidden);
  for (const one of names.toSorted((a, b) => b.length - a.length))
    shown = shown.replaceAll(new RegExp(String.raw`(?<![\p{L}\p{N}])${literally(one)}(?![\p{L}\p{N}])`, "giu"), hidden);
  return shown;
}
