import * as api from "../api.js";
import { h } from "../dom.js";
import { store } from "../store.js";
import { faultInWords, moment, some, status } from "../text.js";

/**
 * The functions: how they are, how they are to misbehave, and events for them by hand.
 * @param {HTMLElement} main
 * @param {string} _
 * @param {AbortSignal} over
 */
export async function showFunctions(main, _, over) {
  const [functions, schedules] = await Promise.all([api.functions(), api.schedules()]);
  if (over.aborted) return;

  const cards = functions.map(card);
  main.replaceChildren(
    h("div.tools", {}, h("h1", {}, "Functions")),
    ...(schedules.length > 0 ? [h("section", {}, h("h2", {}, "Schedules"), table(schedules))] : []),
    h("section", { "aria-label": "Functions" }, h("ul.cards", {}, ...cards.map(({ element }) => element))));

  const refresh = () => {
    for (const { refresh: draw } of cards) draw();
  };
  refresh();
  store.addEventListener("functions", refresh, { signal: over });
}

/** @param {api.Schedule[]} schedules */
const table = (schedules) => h("div.sheet.scroll", {}, h("table.reflow", {},
  h("thead", {}, h("tr", {},
    ...["Schedule", "When", "Next", "Function", ""].map((name) => h("th", { scope: "col" }, name)))),
  h("tbody", {}, ...schedules.map((schedule) => h("tr", {},
    h("td", {}, schedule.id),
    h("td.code", {}, schedule.expression),
    h("td", {}, schedule.next ? moment(schedule.next) : schedule.enabled ? "" : "switched off"),
    h("td", {}, schedule.function),
    h("td", {}, h("button", {
      type: "button", "aria-label": `Send ${schedule.id} now`, onclick: () => api.runSchedule(schedule.id),
    }, "Send now")))))));

/** @param {api.Func} known */
function card(known) {
  const counts = h("p.counts");
  const back = h("button", { type: "button", "aria-label": `Take back what ${known.name} was told` }, "Take back");
  back.addEventListener("click", () => api.clearFault(known.name));
  const state = h("p.status.odd");
  const active = h("div.head", {}, state, back);
  const element = h("li.card.sheet", {},
    h("div.head", {}, h("h2", {}, known.name), counts),
    h("dl.facts", {},
      h("dt", {}, "Handler"), h("dd", {}, h("code", {}, known.handler)),
      h("dt", {}, "Limits"), h("dd", {}, `${known.timeoutSeconds} s, ${known.memoryMegabytes} MB`),
      h("dt", {}, "Environment"), h("dd", {}, h("code", {}, known.environment.join(" ") || "nothing"))),
    active, faultForm(known.name), eventForm(known.name));

  return {
    element,
    refresh() {
      const { calls, errors, fault } = store.functions.get(known.name) ?? known;
      counts.replaceChildren(some(calls, "call"), errors > 0 ? ", " : "",
        errors > 0 ? h("span.wrong", {}, some(errors, "error")) : "");
      element.classList.toggle("misbehaves", fault !== undefined);
      active.hidden = fault === undefined;
      state.textContent = fault ? faultInWords(fault) : "";
    },
  };
}

/** @param {string} name */
function faultForm(name) {
  const answer = h("select", {},
    h("option", { value: "" }, "as ever"),
    h("option", { value: "fail" }, "fail (500)"),
    h("option", { value: "throttle" }, "throttle (429)"));
  const delay = h("input", { type: "number", min: 0, max: 60000, step: 100, value: 0 });
  const form = h("form", {}, h("fieldset", {},
    h("legend", {}, "Misbehave"),
    h("label", {}, "Answer", answer),
    h("label", {}, "Slower by (ms)", delay),
    h("button", {}, "Apply")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const word = /** @type {HTMLSelectElement} */ (answer).value;
    const ms = Number(/** @type {HTMLInputElement} */ (delay).value);
    return word || ms
      ? api.setFault(name, { ...(word && { answer: word }), ...(ms && { delayMs: ms }) })
      : api.clearFault(name);
  });
  return form;
}

/** @param {string} name */
function eventForm(name) {
  const text = h("textarea", { spellcheck: "false", "aria-label": `Event for ${name}, in JSON` }, "{}");
  const result = h("div.stack", { "aria-live": "polite" });
  const form = h("form.stack", {}, text, h("button", {}, "Send"), result);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await api.sendEvent(name, /** @type {HTMLTextAreaElement} */ (text).value);
    const { word } = status(answer.request);
    result.replaceChildren(
      h("p", {}, `${word}: `, h("a", { href: `#/requests/${answer.request.id}` }, `number ${answer.request.id}`),
        answer.request.error ? `, ${answer.request.error}` : ""),
      h("pre", { tabindex: 0 }, answer.result === undefined ? "nothing" : JSON.stringify(answer.result, null, 2)));
  });
  return h("details", {}, h("summary", {}, "Send an event"), form);
}
