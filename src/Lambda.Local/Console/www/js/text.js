// How things are said.

/** @param {string} at */
export const time = (at) => new Date(at).toLocaleTimeString(undefined, { hour12: false });

/** @param {string} at */
export const moment = (at) => new Date(at).toLocaleString();

/** @param {number} [ms] */
export const duration = (ms) =>
  ms === undefined ? "…" : ms < 1 ? "< 1 ms" : ms < 10_000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;

/** @param {number} bytes */
export const size = (bytes) =>
  bytes < 1000 ? `${bytes} B` : bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** @param {number} count @param {string} one @param {string} [many] */
export const some = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** @param {import("./api.js").Entry} entry */
export const verb = (entry) => entry.method ?? (entry.kind === "authorizer" ? "auth" : "event");

/** @param {import("./api.js").Entry} entry */
export const isGoing = (entry) => entry.ms === undefined;

/** @param {import("./api.js").Entry} entry */
export function status(entry) {
  if (isGoing(entry)) return { word: "…", kind: "going" };
  if (entry.abandoned) return { word: "gone", kind: "odd" };
  if (!entry.status) return entry.failed ? { word: "failed", kind: "wrong" } : { word: "done", kind: "good" };
  const kind = entry.status >= 500 ? "wrong" : entry.status >= 400 ? "odd" : "good";
  return { word: String(entry.status), kind };
}

/**
 * Why something failed, in a sentence; empty where it did not.
 * @param {import("./api.js").Entry} entry
 */
export function reason(entry) {
  if (entry.error) return entry.error;
  if (entry.challenge) return /error_description="([^"]*)"/.exec(entry.challenge)?.[1] ?? "There is no token.";
  if (entry.problem) {
    const { code, title, detail } = entry.problem;
    return [code, detail ?? title].filter(Boolean).join(": ");
  }
  if (entry.refused && entry.status === 404) return "No route takes this.";
  return "";
}

/** @param {import("./api.js").Fault} fault */
export function faultInWords({ answer, delayMs }) {
  const what = answer === "fail" ? "fails (500)" : answer === "throttle" ? "is throttled (429)" : "";
  const slow = delayMs ? `is slowed down by ${delayMs} ms` : "";
  return [slow, what].filter(Boolean).join(" and ");
}
