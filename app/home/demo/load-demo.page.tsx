import { z } from "zod";
import { installationOwner } from "../../platform/access.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Page } from "../../ui/layout.tsx";
import { askForDemo } from "./ask-for-demo.ts";
import { demoState } from "./demo-state.ts";
import { demoWords } from "./demo.messages.ts";

export const loadDemoPage = page("/demo/load", {
  access: installationOwner,
  show: async (ctx, _params, visit) => {
    if ((await demoState(ctx)).is !== "none") return { to: "/demo" };
    const words = demoWords(ctx.reader);
    return (
      <Page title={words.load} lead={words.loadLead}>
        <p>{words.loadHint}</p>
        <ActButton action={visit.path} kind="primary">
          {words.loadButton}
        </ActButton>
      </Page>
    );
  },
  submit: form(z.object({}), async (ctx) => {
    await askForDemo(ctx);
    return { to: "/demo" };
  }),
});
