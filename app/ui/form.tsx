/**
 * A form that works without scripts, sends once, and keeps what was typed when it is refused.
 * Fields inside find their error and what was typed by their name.
 *
 *     <Form action={visit.path} state={formState(visit)}>
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
type FieldErrors = Readonly<Record<string, string | undefined>>;

/** What came back with a refused form; `formState(visit, act)` makes it. */
export interface FormAnswer {
  readonly errors: FieldErrors;
  /** What was typed into a field; what stood there before (`before`) if nothing was sent yet. */
  values(field: string, before?: readonly string[]): readonly string[];
}

const untouched: FormAnswer = { errors: {}, values: (_field, before = []) => before };
const FormContext = createContext<{ id: string; state: FormAnswer }>({ id: "field", state: untouched });

/** What the form around a field knows about it; `before` is what the field holds unless something was typed. */
export function useFormField(
  name: string,
  before: readonly string[] | undefined,
): { id: string; error: string | undefined; values: readonly string[] } {
  const { id, state } = useContext(FormContext);
  return { id: fieldId(id, name), error: state.errors[name], values: state.values(name, before) };
}

const fieldId = (form: string, name: string): string => `${form}-${name.replaceAll(/[^\w-]+/gu, "_")}`;

export interface FormProps {
  action: string;
  method?: "post" | "get";
  /** The name of the act, unless given; needed where a page has the same form several times. */
  id?: string;
  /** Which of the page's acts this form asks for, where there are several. */
  act?: string;
  state?: FormAnswer | undefined;
  /** Makes sending twice the same as sending once; a fresh one from the shell unless given. */
  formKey?: string | undefined;
  /** For forms with files. */
  multipart?: boolean;
  /** Never kept in the browser, not even until the page closes. */
  secret?: boolean;
  /** Fields side by side where there is room, for short ones only. */
  inline?: boolean;
  /** Names the form for screen readers where its heading does not. */
  label?: string;
  children: ComponentChildren;
}

export function Form(props: FormProps) {
  const { action, method = "post", act, state = untouched, multipart, secret, inline, label, children } = props;
  const id = props.id ?? act ?? "form";
  const { newFormKey } = useContext(ShellContext);
  const key = method === "post" ? (props.formKey ?? newFormKey?.()) : undefined;
  const known = useMemo(() => ({ id, state }), [id, state]);
  return (
    <form
      id={id}
      class={inline ? "form inline" : "form"}
      method={method}
      action={action}
      enctype={multipart ? "multipart/form-data" : undefined}
      aria-label={label}
      data-draft={secret || method === "get" ? "off" : undefined}
      // Our own messages stand at the field and in the reader's language; the browser's do neither.
      novalidate={method === "post"}
    >
      {key !== undefined && <input type="hidden" name="formKey" value={key} />}
      {act !== undefined && <input type="hidden" name="act" value={act} />}
      <FormContext.Provider value={known}>
        <ErrorSummary form={id} errors={state.errors} />
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
