import type { Subscription } from "../../platform/facts.ts";
import { when } from "../../platform/facts.ts";
import type { InboundHandler } from "../../platform/inbound-mail/inbound-letter.ts";
import type { Job } from "../../platform/jobs.ts";
import type { Route } from "../../platform/page.ts";
import { messageFileDownload } from "./file.download.ts";
import { forgetHeldAnswers } from "./forget-held-answers.job.ts";
import { heldAnswerPage } from "./held-answer.page.tsx";
import { letterSettingPage } from "./letter-setting.page.tsx";
import { liveMessages } from "./live-messages.ts";
import { messagesPage } from "./messages.page.tsx";
import { noteLife } from "./note-life.job.ts";
import { oneMessagePage } from "./one-message.page.tsx";
import { takeReply } from "./take-reply.ts";
import { tellWaiting } from "./tell-waiting.job.ts";

export const messagesRoutes: readonly Route[] = [
  messagesPage,
  liveMessages,
  oneMessagePage,
  messageFileDownload,
  letterSettingPage,
  heldAnswerPage,
];
export const messagesJobs: readonly Job<never>[] = [noteLife, tellWaiting, forgetHeldAnswers];
export const messagesSubscriptions: readonly Subscription[] = [
  when("relationship.paused", noteLife),
  when("relationship.resumed", noteLife),
  when("relationship.closing", noteLife),
  when("relationship.reopened", noteLife),
  when("relationship.concluded", noteLife),
];
export const messagesInbound: readonly InboundHandler[] = [takeReply];
