/** better-auth as this house uses it: on our tables, in our transactions, without its own addresses. */
import { betterAuth } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { twoFactor } from "better-auth/plugins/two-factor";
import { z } from "zod";
import type { App, Context } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { secretsOf } from "../../platform/sealing.ts";
import { hashPassword, verifyPassword } from "./password-hash.ts";
import { longestPassword, shortestPassword } from "./password.ts";
import { keyVersionOf } from "./second-factor/key-version.ts";
import { makeBackupCodes } from "./second-factor/make-backup-codes.ts";
import { cookiePrefix } from "./session-cookie.ts";
import { transactional, within } from "./within-transaction.ts";

const day = 86_400;
/** A session that is not used for so long is over; `enter()` moves the end on. */
const sessionDays = 30;
/** From the password to the code. */
const secondFactorMinutes = 10;
/** Where the network address stands that our own server found out. */
const addressHeader = "x-understory-address";

const entrance = {
  method: "POST",
  body: z.object({ personId: z.uuid() }),
} as const;

/** Sign-in of somebody who has shown otherwise than by password that she is the one: by a link sent to her. */
const links = {
  id: "links",
  endpoints: {
    /** Asks for the second factor where she has one, as sign-in by password does. */
    enter: createAuthEndpoint("/enter", entrance, async (ctx) => {
      const user = await ctx.context.internalAdapter.findUserById(ctx.body.personId);
      if (!user) throw new Error("nobody is there to sign in");
      const session = await ctx.context.internalAdapter.createSession(user.id);
      await setSessionCookie(ctx, { session, user });
      return { isIn: true };
    }),
    /** Asks for nothing more. */
    startSession: createAuthEndpoint("/start-session", entrance, async (ctx) => {
      const user = await ctx.context.internalAdapter.findUserById(ctx.body.personId);
      if (!user) throw new Error("nobody is there to start a session for");
      const session = await ctx.context.internalAdapter.createSession(user.id);
      await setSessionCookie(ctx, { session, user });
      return { isIn: true };
    }),
  },
} as const;

/** The plugin asks for the second factor after a password; here it asks after a link, too. */
function secondFactor() {
  const plugin = twoFactor({
    issuer: "Understory",
    allowPasswordless: true,
    backupCodeOptions: { customBackupCodesGenerate: makeBackupCodes },
    twoFactorCookieMaxAge: secondFactorMinutes * 60,
    // Ours counts in the same way, in words that say until when (see attempts.ts).
    accountLockout: { enabled: false },
    schema: {
      user: { fields: { twoFactorEnabled: "two_factor_enabled" } },
      twoFactor: {
        modelName: "two_factor",
        fields: {
          userId: "person_id",
          backupCodes: "backup_codes",
          failedVerificationCount: "failed_verification_count",
          lockedUntil: "locked_until",
        },
      },
    },
  });
  for (const hook of plugin.hooks.after) {
    const asked = hook.matcher.bind(hook);
    hook.matcher = (context) => asked(context) || context.path === "/enter";
  }
  return plugin;
}

const made = { createdAt: "created_at", updatedAt: "updated_at" } as const;

const make = (app: App) =>
  betterAuth({
    appName: "Understory",
    baseURL: app.settings.publicUrl,
    // Each is known by what its key is called; the first seals what is new. The cookies of former ones count no more.
    secrets: secretsOf(app.settings).map((value) => ({ version: keyVersionOf(value), value })),
    database: { db: transactional(), type: "postgres", schemaName: "auth", transaction: false },
    logger: { level: "error" },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    user: { modelName: "person", fields: { emailVerified: "email_verified", ...made } },
    session: {
      modelName: "session",
      fields: { userId: "person_id", expiresAt: "expires_at", ipAddress: "ip_address", userAgent: "user_agent", ...made },
      // For the cookie; the session itself ends earlier (below), and `enter()` moves its end on.
      expiresIn: 399 * day,
      disableSessionRefresh: true,
    },
    account: {
      modelName: "credential",
      fields: {
        userId: "person_id",
        accountId: "account_id",
        providerId: "provider_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        ...made,
      },
    },
    // Whoever reads the database cannot follow the links that are under way. What has run out is swept away by a job.
    verification: {
      modelName: "verification",
      fields: { expiresAt: "expires_at", ...made },
      storeIdentifier: "hashed",
      disableCleanup: true,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      password: { hash: hashPassword, verify: verifyPassword },
      revokeSessionsOnPasswordReset: true,
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({ data: { ...session, expiresAt: new Date(app.now().getTime() + sessionDays * day * 1000) } }),
        },
      },
    },
    advanced: {
      cookiePrefix,
      // Else its own `__Secure-` would stand before our `__Host-`.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: true, httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      // Our own web server has looked at the origin before anything arrives here.
      disableCSRFCheck: true,
      disableOriginCheck: true,
      database: { generateId: () => newId(), validateSchema: false },
    },
    plugins: [secondFactor(), links],
  });

export type Auth = ReturnType<typeof make>;
const instances = new WeakMap<App, Auth>();

/** One for each application. */
export function authOf(app: App): Auth {
  let auth = instances.get(app);
  if (!auth) instances.set(app, (auth = make(app)));
  return auth;
}

/** How somebody asks; a visit is one. */
export interface Asking {
  readonly headers: Headers;
  readonly address: string;
}

/** Calls better-auth in the transaction of `ctx`. */
export const withAuth = <T>(ctx: Context, work: (auth: Auth) => Promise<T>): Promise<T> => within(ctx.db, () => work(authOf(ctx.app)));

/** What better-auth is told of a request: who she is, and with which device, from where. */
export function headersOf({ headers, address }: Asking): Headers {
  const told = new Headers();
  for (const name of ["cookie", "user-agent"]) {
    const value = headers.get(name);
    if (value !== null) told.set(name, value.slice(0, 4000));
  }
  if (address) told.set(addressHeader, address);
  return told;
}

export const cookiesOf = (headers: Headers): readonly string[] => headers.getSetCookie();
