// Who is signed in: authorization code with PKCE at the domain in config.json. The only module that keeps tokens.
import { Problem, signedOut, unreachable } from "./problem.js";

/** @typedef {{ domain: string, clientId: string, scope: string, changesPasswords?: boolean }} SignInConfig */
/** @typedef {{ access: string, refresh: string, expiresAt: number, name: string }} Tokens */
/** @typedef {{ state: string, verifier: string, hash: string }} Attempt */

const tokensKey = "photos.tokens";
const attemptKey = "photos.sign-in";
const lock = "photos.tokens";

/** Tokens are renewed this long before they expire, so that a slow request does not arrive with a dead one. */
const margin = 60_000;

const elsewhere = "sign-in";

const site = `${location.origin}/`;

/**
 * Fires "ended" when the sign-in is over without anybody asking for it here: expired, or signed out in another tab.
 * Fires "began" when somebody has signed in in another tab.
 */
export class Session extends EventTarget {
  #config;

  /** @param {SignInConfig} config */
  constructor(config) {
    super();
    this.#config = config;
    addEventListener("storage", ({ key, oldValue, newValue }) => {
      if (key !== tokensKey) return;
      if (newValue === null) this.dispatchEvent(new Event("ended"));
      else if (oldValue === null) this.dispatchEvent(new Event("began"));
    });
  }

  get isSignedIn() {
    return this.#tokens !== null;
  }

  get name() {
    return this.#tokens?.name ?? "";
  }

  /** The sign-in page has a screen to change the password. */
  get changesPasswords() {
    return this.#config.changesPasswords === true;
  }

  // In localStorage, because a refresh token is good once: tabs with copies of their own would end each other's
  // sign-in. What could steal it from there is foreign script, which the content security policy keeps out.
  /** @returns {Tokens | null} */
  get #tokens() {
    return JSON.parse(localStorage.getItem(tokensKey) ?? "null");
  }

  // Leaves for the sign-in page. Whoever comes back is where they were.
  /** @param {Record<string, string>} [more] What else to tell it. */
  async begin(more = {}) {
    const attempt = { state: randomText(), verifier: randomText(), hash: location.hash };
    // Per attempt and tab: two tabs may sign in at the same time.
    sessionStorage.setItem(attemptKey, JSON.stringify(attempt));
    const challenge = base64Url(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(attempt.verifier)));

    this.#leaveFor("/oauth2/authorize", {
      response_type: "code",
      redirect_uri: site,
      scope: this.#config.scope,
      state: attempt.state,
      code_challenge: challenge,
      code_challenge_method: "S256",
      ...more,
    });
  }

  /** The same in a tab of its own, for a page that must not be left. This one hears of it by "began". */
  beginElsewhere() {
    open(`${site}?${elsewhere}`, "_blank");
  }

  /** Whether this tab was opened to sign in for another one. */
  get isForAnother() {
    return location.search === `?${elsewhere}`;
  }

  /** Leaves for the page that changes the password; coming back is signing in anew. */
  changePassword() {
    return this.begin({ screen: "password", login_hint: this.name });
  }

  /** Ends an attempt, if this page was opened by the sign-in page; does nothing otherwise. */
  async complete() {
    const answer = new URLSearchParams(location.search);
    if (!answer.has("state")) return;

    /** @type {Attempt | null} */
    const attempt = JSON.parse(sessionStorage.getItem(attemptKey) ?? "null");
    sessionStorage.removeItem(attemptKey);
    history.replaceState(null, "", site + (attempt?.hash ?? ""));

    const code = answer.get("code");
    if (!code) throw new Problem({ detail: "You were not signed in. Try again when you are ready." });
    if (attempt?.state !== answer.get("state"))
      throw new Problem({ detail: "This sign-in was not started here, or long ago. Sign in again." });

    const { verifier } = attempt;
    await this.#exchange({ grant_type: "authorization_code", code, redirect_uri: site, code_verifier: verifier });
  }

  /**
   * A token that is good for the next request.
   * @param {string} [refused] A token that the API did not take; it is not given out again.
   */
  async token(refused) {
    const now = this.#usable(refused);
    if (now) return now;

    // One renewal at a time among all tabs; whoever waited finds the new token and needs none.
    return await navigator.locks.request(lock, async () => {
      const renewed = this.#usable(refused);
      if (renewed) return renewed;

      const tokens = this.#tokens;
      if (!tokens) {
        this.dispatchEvent(new Event("ended"));
        throw signedOut();
      }
      return await this.#exchange({ grant_type: "refresh_token", refresh_token: tokens.refresh });
    });
  }

  /** Leaves for the sign-in domain, which leads back here. */
  signOut() {
    const { domain, clientId } = this.#config;
    const refresh = this.#tokens?.refresh;
    if (refresh)
      navigator.sendBeacon(`${domain}/oauth2/revoke`, new URLSearchParams({ token: refresh, client_id: clientId }));

    localStorage.removeItem(tokensKey);
    this.#leaveFor("/logout", { logout_uri: site });
  }

  /** @param {string} [refused] */
  #usable(refused) {
    const tokens = this.#tokens;
    return tokens && tokens.access !== refused && tokens.expiresAt - margin > Date.now() ? tokens.access : null;
  }

  /** @param {Record<string, string>} grant */
  async #exchange(grant) {
    const { domain, clientId } = this.#config;
    const body = new URLSearchParams({ client_id: clientId, ...grant });
    const response = await fetch(`${domain}/oauth2/token`, { method: "POST", body }).catch(() => {
      throw unreachable();
    });

    if (response.status >= 500) throw unreachable();
    if (!response.ok) {
      localStorage.removeItem(tokensKey);
      this.dispatchEvent(new Event("ended"));
      throw signedOut();
    }

    const answer = await response.json();
    /** @type {Tokens} */
    const tokens = {
      access: answer.access_token,
      refresh: answer.refresh_token ?? this.#tokens?.refresh ?? "",
      expiresAt: Date.now() + answer.expires_in * 1000,
      name: nameIn(answer.access_token),
    };
    localStorage.setItem(tokensKey, JSON.stringify(tokens));
    return tokens.access;
  }

  /**
   * @param {string} path
   * @param {Record<string, string>} query
   */
  #leaveFor(path, query) {
    const { domain, clientId } = this.#config;
    location.assign(`${domain}${path}?${new URLSearchParams({ client_id: clientId, ...query })}`);
  }
}

// Only to greet the person; whether the token is true is for the API to say.
/** @param {string} token */
function nameIn(token) {
  const payload = token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
  const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
  /** @type {{ username?: string }} */
  const claims = JSON.parse(new TextDecoder().decode(bytes));
  return claims.username ?? "";
}

const randomText = () => base64Url(crypto.getRandomValues(new Uint8Array(32)).buffer);

/** @param {ArrayBuffer} bytes */
const base64Url = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
