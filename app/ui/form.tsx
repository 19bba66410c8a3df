/**
 * A form that works without scripts, sends once, and keeps what was typed when it is refused.
 * Fields inside find their error and what was typed by their name.
 *
 *     <Form action={visit.path} {...visit.refused()}>
 *       <TextField name="place" label="Where" required />
 *       <Buttons><Button>Suggest this time</Button></Buttons>
 *     </Form>
 */
import { createContext, type ComponentChildren } from "preact";
import { useContext, useMemo } from "preact/hooks";
import { useReader } from "./reader.ts";
import { ShellContext } from "./shell.ts";
import { uiWords } from "./ui.messages.ts";

/** Name of a field → what is wrong with it, in the reader's language. The key "" is the form as a whole. */
export type FieldErrors = Readonly<Record<string, string | undefined>>;
/** Name of a field → what was typed. */
export type FieldValues = Readonly<Record<string, readonly string[] | undefined>>;

interface Known {
  id: string;
  errors: FieldErrors;
  values: FieldValues | undefined;
}
const noErrors: FieldErrors = {};
const FormContext = createContext<Known>({ id: "field", errors: noErrors, values: undefined });

/** What the form around a field knows about it; `before` is what the field holds unless the form came back. */
export function useFormField(
  name: string,
  before: readonly string[] = [],
): { id: string; error: string | undefined; values: readonly string[] } {
  const { id, errors, values } = useContext(FormContext);
  // A form that came back says nothing of unchecked boxes: then nothing was chosen, which is not "unknown".
  return { id: fieldId(id, name), error: errors[name], values: values === undefined ? before : (values[name] ?? []) };
}

const fieldId = (form: string, name: string): string => `${form}-${name.replaceAll(/[^\w-]+/gu, "_")}`;

export interface FormProps {
  action: string;
  method?: "post" | "get";
  /** The name of the act, unless given; needed where a page has the same form several times. */
  id?: string;
  /** Which of the page's acts this form asks for, where there are several. */
  act?: string;
  /** What is wrong and what was typed, when the form comes back: spread `visit.refused(act)`. */
  errors?: FieldErrors | undefined;
  values?: FieldValues | undefined;
  /** Makes sending twice the same as sending once; a fresh one from the shell unless given. */
  formKey?: string | undefined;
  /** For forms with files. */
  multipart?: boolean;
  /** Never kept in the browser, not even until the page closes. */
  secret?: boolean;
  /** Holds what was sent before and not taken in: the browser keeps it until this arrives. */
  sentBefore?: boolean;
  /** Fields side by side where there is room, for short ones only. */
  inline?: boolean;
  /** Names the form for screen readers where its heading does not. */
  label?: string;
  children: ComponentChildren;
}

export function Form(props: FormProps) {
  const { action, method = "post", act, errors = noErrors, values, multipart, secret, sentBefore, inline, label, children } = props;
  const id = props.id ?? act ?? "form";
  const { newFormKey } = useContext(ShellContext);
  const key = method === "post" ? (props.formKey ?? newFormKey?.()) : undefined;
  const known = useMemo(() => ({ id, errors, values }), [id, errors, values]);
  return (
    <form
      id={id}
      class={inline ? "form inline" : "form"}
      method={method}
      action={action}
      enctype={multipart ? "multipart/form-data" : undefined}
      aria-label={label}
      data-draft={secret || method === "get" ? "off" : sentBefore ? "sent" : undefined}
      // Our own messages stand at the field and in the reader's language; the browser's do neither.
      novalidate={method === "post"}
    >
      {key !== undefined && <input type="hidden" name="formKey" value={key} />}
      {act !== undefined && <input type="hidden" name="act" value={act} />}
      <FormContext.Provider value={known}>
        <ErrorSummary form={id} errors={errors} />
        {children}
      </FormContext.Provider>
    </form>
  );
}

/** What has to be mended, each with a link to its field; takes the focus when the page opens. */
function ErrorSummary({ form, errors }: { form: string; errors: FieldErrors }) {
  const words = uiWords(useReader().language);
  const list = Object.entries(errors).filter((entry): entry is [string, string] => entry[1] !== undefined);
  if (list.length === 0) return null;
  const headed = list.some(([name]) => name !== "");
  return (
    <div class="error-summary" role="alert" tabIndex={-1} autofocus>
      {headed && <p class="error-summary-title">{words.toMend(list.length)}</p>}
      <ul>
        {list.map(([name, text]) => (
          <li key={name}>{name === "" ? text : <a href={`#${fieldId(form, name)}`}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
