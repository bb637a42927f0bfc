import * as api from "../api.js";
import { h, tell } from "../dom.js";
import { duration, moment, reason, status, verb } from "../text.js";

const kinds = new Map([
  ["authorizer", "Asked as an authorizer"],
  ["event", "An event of the template"],
  ["sent", "Sent by hand"],
  ["sign-in", "Asked of the sign-in"],
  ["object-store", "Asked of the object store"],
]);

/**
 * One entry with all that is known of it.
 * @param {number} id
 * @returns {Promise<Node[]>}
 */
export async function showEntry(id) {
  let entry;
  try {
    entry = await api.entry(id);
  } catch (error) {
    return [close(), h("h1", { tabindex: -1 }, "Not known"), h("p", {}, error instanceof Error ? error.message : "")];
  }

  return [
    h("div.tools", {}, close(), ...again(entry)),
    h("h1", { tabindex: -1 }, `${verb(entry)} ${entry.path}`),
    facts(entry),
    ...refusal(entry),
    ...section("Exception", entry.exception && h("pre", {}, entry.exception)),
    ...section("Log", entry.lines?.length
      ? h("ol.lines", {}, ...entry.lines.map(({ level, text }) => h(`li.${level}`, {}, text)))
      : null),
    ...section("Event", entry.event !== undefined && h("pre", { tabindex: 0 }, JSON.stringify(entry.event, null, 2))),
  ];
}

const close = () => h("a", { href: "#/requests" }, "Close");

/** @param {api.Entry} entry */
function again(entry) {
  if (!entry.repeatable) return [];

  const replay = h("button.primary", { type: "button" }, "Replay");
  replay.addEventListener("click", async () => {
    const { request } = await api.replay(entry.id);
    const { word } = status(request);
    tell(`Sent to ${entry.function} again: ${word}. It is number ${request.id} now.`);
  });
  return [replay];
}

/** @param {api.Entry} entry */
function facts(entry) {
  const { word, kind } = status(entry);
  const first = entry.repeats;
  /** @type {[string, Node | string | undefined | false][]} */
  const rows = [
    ["Answer", h(`span.status.${kind}`, {}, word)],
    ["Kind", kinds.get(entry.kind)],
    ["Repeats", first !== undefined && h("a", { href: `#/requests/${first}` }, `number ${first}`)],
    ["Route", entry.route],
    ["Function", entry.function && `${entry.function}${entry.first ? ", its first call" : ""}`],
    ["Answered by", entry.refused && "the gateway itself; no function was asked"],
    ["When", moment(entry.at)],
    ["Took", duration(entry.ms)],
  ];
  return h("dl.facts", {}, ...rows.filter(([, value]) => value)
    .flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]));
}

/** @param {api.Entry} entry */
function refusal(entry) {
  const why = reason(entry);
  return why ? [h("p.refusal", {}, why)] : [];
}

/** @param {string} title @param {Node | string | false | null | undefined} content */
const section = (title, content) => (content ? [h("div.stack", {}, h("h2", {}, title), content)] : []);
