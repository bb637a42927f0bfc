// The only module that talks to the local cloud.

const root = "/_local/api";

/**
 * @typedef {{ code?: string, title?: string, detail?: string }} Problem
 * @typedef {{ level: string, text: string }} Line
 * @typedef {{ id: number, kind: string, at: string, method?: string, path: string, route?: string, function?: string,
 *   repeats?: number, ms?: number, status?: number, failed?: boolean, first?: boolean, refused?: boolean,
 *   abandoned?: boolean, repeatable?: boolean, challenge?: string, error?: string, problem?: Problem, logged: number,
 *   exception?: string, lines?: Line[], event?: unknown }} Entry
 * @typedef {{ answer?: string, delayMs?: number }} Fault
 * @typedef {{ name: string, calls: number, errors: number, fault?: Fault }} FunctionNews
 * @typedef {FunctionNews & { handler: string, timeoutSeconds: number, memoryMegabytes: number,
 *   environment: string[] }} Func
 * @typedef {{ route: string, method: string, path: string, function: string, api: string, authorizer?: string,
 *   scopes: string[] }} Route
 * @typedef {{ id: string, function: string, expression: string, enabled: boolean, next?: string }} Schedule
 * @typedef {{ id: string, name: string, since: string, locked: boolean }} Account
 * @typedef {{ key: string, bytes: number, type: string, storedAt: string }} StoredFile
 * @typedef {{ run: number, cleared: boolean, requests: Entry[], functions: FunctionNews[] }} Changes
 */

/**
 * @param {string} method
 * @param {string} path
 * @param {string} [body]
 */
async function send(method, path, body) {
  const response = await fetch(`${root}/${path}`, { method, headers: { "content-type": "application/json" }, body });
  if (response.status === 204) return null;

  const answer = await response.json();
  if (response.ok) return answer;
  throw new Error(answer.message ?? `The local cloud answered ${response.status}.`);
}

const part = encodeURIComponent;

/** @param {number} id @returns {Promise<Entry>} */
export const entry = (id) => send("GET", `requests/${id}`);

/** @param {number} id @returns {Promise<{ request: Entry, result?: unknown }>} */
export const replay = (id) => send("POST", `requests/${id}/replay`);

export const clear = () => send("DELETE", "requests");

/** @returns {Promise<Func[]>} */
export const functions = async () => (await send("GET", "functions")).functions;

/** @param {string} name @param {string} event @returns {Promise<{ request: Entry, result?: unknown }>} */
export const sendEvent = (name, event) => send("POST", `functions/${part(name)}/events`, event);

/** @param {string} name @param {Fault} fault */
export const setFault = (name, fault) => send("PUT", `functions/${part(name)}/fault`, JSON.stringify(fault));

/** @param {string} name */
export const clearFault = (name) => send("DELETE", `functions/${part(name)}/fault`);

export const clearFaults = () => send("DELETE", "faults");

/** @returns {Promise<Route[]>} */
export const routes = async () => (await send("GET", "routes")).routes;

/** @returns {Promise<Schedule[]>} */
export const schedules = async () => (await send("GET", "schedules")).schedules;

/** @param {string} id */
export const runSchedule = (id) => send("POST", `schedules/${part(id)}`);

/** @returns {Promise<Account[]>} */
export const accounts = async () => (await send("GET", "accounts")).accounts;

/** @param {string} account @returns {Promise<string[]>} */
export const kinds = async (account) => (await send("GET", `accounts/${part(account)}/records`)).kinds;

/**
 * @param {string} account
 * @param {string} kind
 * @param {number} skip
 * @param {number} limit
 * @returns {Promise<Record<string, unknown>[]>}
 */
export const records = async (account, kind, skip, limit) =>
  (await send("GET", `accounts/${part(account)}/records?kind=${part(kind)}&skip=${skip}&limit=${limit}`)).records;

/** @param {string} account @param {string} after @param {number} limit @returns {Promise<StoredFile[]>} */
export const files = async (account, after, limit) =>
  (await send("GET", `accounts/${part(account)}/files?after=${part(after)}&limit=${limit}`)).files;

/**
 * Calls back with what is new, at once with all that is known, and again after every interruption.
 * @param {(changes: Changes) => void} heard
 * @param {(isLive: boolean) => void} live
 */
export function watch(heard, live) {
  const stream = new EventSource(`${root}/changes`);
  stream.onopen = () => live(true);
  stream.onerror = () => live(false);
  stream.onmessage = (message) => heard(JSON.parse(message.data));
}
