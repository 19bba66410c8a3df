/** PostgreSQL refuses to run as root: finds an account to run it as that can reach its programs and its data. */
import { spawnSync } from "node:child_process";
import { CannotStart } from "../settings/cannot-start.ts";

export interface Account {
  /** Command and arguments put before the PostgreSQL program. */
  readonly prefix: readonly string[];
  /** Account that the program is started as, where it is not our own. */
  readonly spawnAs: { readonly uid?: number; readonly gid?: number };
  /** Who must own the cluster's files; undefined where that is ourselves and we could not give them away. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined;
}

/** Where it exists, has the server shut down by itself when this process is killed. */
const leash = ["setpriv", "--pdeathsig=INT"];

const succeeds = ([file, ...args]: readonly string[], spawnAs: Account["spawnAs"] = {}) =>
  file !== undefined && spawnSync(file, args, { ...spawnAs, stdio: "ignore" }).status === 0;

/** The numbers of an account without rights; initdb insists that its user has a name. */
function unprivileged(): { uid: number; gid: number } | undefined {
  for (const name of ["nobody", "daemon"]) {
    const [uid, gid] = ["-u", "-g"].map((option) => spawnSync("id", [option, name], { encoding: "utf8" }));
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  return undefined;
}

/** Whether the account can run `program` and pass into `folder`. */
const reaches = (account: Account, program: string, folder: string) =>
  succeeds([...account.prefix, program, "--version"], account.spawnAs) &&
  succeeds([...account.prefix, "test", "-x", folder], account.spawnAs);

/**
 * @param program the PostgreSQL server program
 * @param folder the existing folder in which the cluster is or will be
 * @throws {CannotStart} when this process is root and nobody else can reach both
 */
export function findAccount(program: string, folder: string): Account {
  const held = succeeds([...leash, "true"]) ? leash : [];
  if (process.getuid?.() !== 0) return { prefix: held, spawnAs: {}, owner: undefined };

  const nobody = unprivileged();
  if (!nobody) throw new CannotStart(`PostgreSQL cannot run as root, and there is no account «nobody» to run it as. ${waysOut}`);
  const { uid, gid } = nobody;

  // Best in a user namespace where we merely seem to be that account: the files stay root's. Many containers forbid it.
  const namespace = ["unshare", "--user", `--map-user=${uid}`, `--map-group=${gid}`];
  if (process.env["EMBEDDED_POSTGRES_NAMESPACE"] !== "off" && succeeds([...namespace, "true"])) {
    return { prefix: [...namespace, ...held], spawnAs: {}, owner: { uid: 0, gid: 0 } };
  }
  // Else really as that account; and where it may not pass a folder above (such as /root), with the one right to pass it.
  // (access(2), which initdb asks, counts rights of a non-root account only without the fix-up.)
  const identity = ["setpriv", "--securebits=+no_setuid_fixup", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", "--pdeathsig=INT"];
  const withRight = (right: string) => [
    ...identity,
    `--inh-caps=-all,+${right}`,
    `--ambient-caps=-all,+${right}`,
    `--bounding-set=-all,+${right}`,
  ];
  const candidates: Account[] = [
    { prefix: held, spawnAs: nobody, owner: nobody },
    { prefix: withRight("dac_read_search"), spawnAs: {}, owner: nobody },
    { prefix: withRight("dac_override"), spawnAs: {}, owner: nobody },
  ];
  const found = candidates.find((account) => reaches(account, program, folder));
  if (found) return found;
  throw new CannotStart(`PostgreSQL cannot run as root, and the account «nobody» cannot reach ${folder} or ${program}. ${waysOut}`);
}

const waysOut =
  "Start Understory from an account of its own, or move it to a folder that every account may pass (such as /srv), or set DATABASE_URL.";
