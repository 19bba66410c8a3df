/**
 * The hours of a week at which somebody can meet: a table of checkboxes, a day in each row.
 * On a phone each day is a block with its hours in lines of six: night, morning, afternoon, evening.
 * Posts the hours of the week, 0 (Monday 0:00) to 167 (Sunday 23:00), under one name.
 *
 *     <AvailabilityGrid name="availability" label="When could you meet?" hours={[18, 19, 42]} />
 */
import { FieldError, Hint, RequiredMark, useControl, type FieldProps } from "./field.tsx";
import { formatTime, weekdayNames } from "./formats.ts";
import { useReader } from "./reader.ts";
import { uiWords } from "./ui.messages.ts";

export interface AvailabilityGridProps extends FieldProps {
  /** Hours of the week that are chosen, on the clock of `timeZone`. */
  hours?: readonly number[] | undefined;
  /** The reader's own, unless given. */
  timeZone?: string | undefined;
}

const dayHours = Array.from({ length: 24 }, (_, hour) => hour);
const parts = ["night", "morning", "afternoon", "evening"] as const;

/** Days of the week (0 is Monday) in the order in which the reader's calendar has them. */
function daysInOrder(language: string): number[] {
  const locale = new Intl.Locale(language) as Intl.Locale & { getWeekInfo?: () => { firstDay: number } };
  const first = (locale.getWeekInfo?.().firstDay ?? 1) - 1;
  return Array.from({ length: 7 }, (_, index) => (first + index) % 7);
}

export function AvailabilityGrid({ hours, timeZone, ...question }: AvailabilityGridProps) {
  const reader = useReader();
  const { language } = reader;
  const words = uiWords(language);
  const { id, error, values, attributes } = useControl(question, hours?.map(String));
  const chosen = new Set(values.map(Number));
  const long = weekdayNames(language, "long");
  const clock = dayHours.map((hour) => formatTime({ language, timeZone: "UTC" }, new Date(Date.UTC(2024, 0, 1, hour)), "clock"));
  return (
    <fieldset class="field availability" aria-describedby={attributes["aria-describedby"]}>
      <legend>
        {question.label}
        <RequiredMark required={question.required} />
      </legend>
      <Hint id={id}>{question.hint}</Hint>
      <FieldError id={id}>{error}</FieldError>
      <p class="availability-zone">
        {words.hoursIn((timeZone ?? reader.timeZone).replaceAll("_", " "))}{" "}
        <a class="skip-hours" href={`#${id}-end`}>
          {words.skipHours}
        </a>
      </p>
      <div class="week">
        <table data-arrows>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                <span class="hidden">{words.day}</span>
              </th>
              {parts.map((part) => (
                <th key={part} scope="colgroup" colSpan={6}>
                  {words[part]}
                </th>
              ))}
            </tr>
            <tr aria-hidden="true" class="clock">
              {dayHours.map((hour) => (
                <td key={hour}>{hour}</td>
              ))}
            </tr>
          </thead>
          <tbody>
            {daysInOrder(language).map((day) => (
              <tr key={day}>
                <th scope="row">{long[day]}</th>
                {dayHours.map((hour) => (
                  <td key={hour} data-part={hour % 6 === 0 ? words[parts[hour / 6]!] : undefined}>
                    <label>
                      <input
                        id={day === 0 && hour === 0 ? id : undefined}
                        type="checkbox"
                        name={question.name}
                        value={day * 24 + hour}
                        checked={chosen.has(day * 24 + hour)}
                        disabled={question.disabled}
                        aria-label={`${long[day]!} ${clock[hour]!}`}
                      />
                      <span aria-hidden="true">{hour}</span>
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <span id={`${id}-end`} tabIndex={-1} />
    </fieldset>
  );
}
