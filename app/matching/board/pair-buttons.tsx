/** Lock, unlock, forbid or allow a pair: one form, its buttons saying which. */
import { useContext } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { useReader } from "../../ui/reader.ts";
import { ShellContext } from "../../ui/shell.ts";
import { boardWords } from "./board.messages.ts";
import type { BoardPair } from "./list-board.ts";

interface PairButtonsProps {
  action: string;
  pair: Pick<BoardPair, "menteeId" | "mentorId" | "wish" | "hasLeft">;
  names: { mentee: string; mentor: string };
  canMove?: boolean;
  lockLabel?: string;
}

export function PairButtons({ action, pair, names, canMove = false, lockLabel }: PairButtonsProps) {
  const words = boardWords(useReader().language);
  const { newFormKey } = useContext(ShellContext);
  if (pair.hasLeft && pair.wish === null) return null;
  return (
    <form method="post" action={action} class="pair-buttons" data-draft="off">
      <input type="hidden" name="formKey" value={newFormKey?.()} />
      <input type="hidden" name="mentee" value={pair.menteeId} />
      <input type="hidden" name="mentor" value={pair.mentorId} />
      {pair.wish === "lock" && (
        <Button kind="quiet" small icon="lock" name="act" value="unlock">
          {words.unlock}
          <Whom names={names} />
        </Button>
      )}
      {pair.wish === "forbid" && (
        <Button kind="quiet" small name="act" value="allow">
          {words.allow}
          <Whom names={names} />
        </Button>
      )}
      {pair.wish === null && (
        <>
          <Button kind="plain" small icon="lock" name="act" value="lock">
            {lockLabel ?? words.lock}
            <Whom names={names} />
          </Button>
          <Button kind="quiet" small name="act" value="forbid">
            {words.forbid}
            <Whom names={names} />
          </Button>
          {canMove && (
            <Button kind="quiet" small type="button" icon="swap" data-move hidden>
              {words.move}
              <Whom names={names} />
            </Button>
          )}
        </>
      )}
    </form>
  );
}

/** Tells one button from the next, for those who hear the page. */
const Whom = ({ names }: { names: PairButtonsProps["names"] }) => (
  <span class="hidden">
    {" "}
    {names.mentee}, {names.mentor}
  </span>
);
