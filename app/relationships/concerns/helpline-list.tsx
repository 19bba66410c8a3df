import { Callout } from "../../ui/callout.tsx";
import type { OwnHelpline } from "../../networks/organizations/own-helplines.ts";
import { Details } from "../../ui/details.tsx";
import { formatDay } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import { checkedIn } from "./helplines-checked.ts";
import { directories, helplines } from "./helplines.ts";
import { helplineWords } from "./helplines.messages.ts";

const address = (source: string): string => `https://${source}`;

interface HelplineListProps {
  country: string | null;
  /** Those that her organization names itself. */
  here?: readonly OwnHelpline[] | undefined;
}

/** Always there: those of her organization and of her country first; of others, and of countries that we have none of, behind a title. */
export function HelplineList({ country, here }: HelplineListProps) {
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
      {here && here.length > 0 && (
        <>
          <p>
            <strong>{words.here}</strong>
          </p>
          <ul>
            {here.map(({ id, name, number, answers }) => (
              <li key={id}>
                <bdi>{name}</bdi>: <Telephone number={number} />
                {answers !== "" && (
                  <>
                    {" "}
                    (<bdi>{answers}</bdi>)
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
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
        <p class="quiet">{words.checked(formatDay(language, checkedIn, "month"))}</p>
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
            <Telephone number={number} /> (
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

const Telephone = ({ number }: { number: string }) => (
  <a href={`tel:${number.replaceAll(/[^\d+]/g, "")}`}>
    <bdi dir="ltr">{number}</bdi>
  </a>
);
