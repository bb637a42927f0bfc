import * as api from "../api.js";
import { h } from "../dom.js";
import { moment, size } from "../text.js";

const page = 25;

/**
 * The accounts, or what one of them has.
 * @param {HTMLElement} main
 * @param {string} id
 * @param {AbortSignal} over
 */
export async function showAccounts(main, id, over) {
  const accounts = await api.accounts();
  const account = accounts.find((known) => known.id === id);
  const content = account ? await whole(account) : list(accounts);
  if (!over.aborted) main.replaceChildren(...content);
}

/** @param {api.Account[]} accounts */
function list(accounts) {
  return [
    h("div.tools", {}, h("h1", {}, "Accounts")),
    accounts.length === 0
      ? h("p.empty.sheet", {}, "Nobody has an account yet. Create one on the site.")
      : table(["Name", "Since", "State", "Id"], accounts.map((account) => [
        h("a", { href: `#/accounts/${account.id}` }, account.name),
        moment(account.since),
        account.locked ? h("span.status.odd", {}, "locked for a while") : "",
        h("code", {}, account.id),
      ]), "reflow"),
  ];
}

/** @param {api.Account} account */
async function whole(account) {
  const heading = h("div.tools", {}, h("h1", {}, account.name));
  const back = h("a.back", { href: "#/accounts" }, "All accounts");
  const facts = h("dl.facts", {},
    h("dt", {}, "Id"), h("dd", {}, h("code", {}, account.id)),
    h("dt", {}, "Since"), h("dd", {}, moment(account.since)),
    h("dt", {}, "Sign-in"), h("dd", {}, account.locked ? "locked for a while, after too many tries" : "open"));

  let kinds;
  try {
    kinds = await api.kinds(account.id);
  } catch (error) {
    return [back, heading, facts, h("p.soft", {}, error instanceof Error ? error.message : "")];
  }

  const sections = await Promise.all([
    ...kinds.map((kind) => paged(kind, (skip) => api.records(account.id, kind, skip, page), rows)),
    paged("Files", (_, last) => api.files(account.id, last?.key ?? "", page), files),
  ]);
  return [back, heading, facts, ...sections];
}

/**
 * A list that grows by a page whenever that is asked for.
 * @template T
 * @param {string} title
 * @param {(count: number, last: T | undefined) => Promise<T[]>} next
 * @param {(items: T[]) => Node} draw
 */
async function paged(title, next, draw) {
  const items = await next(0, undefined);
  const place = h("div", {}, items.length > 0 ? draw(items) : h("p.soft", {}, "None."));
  const more = h("button", { type: "button", "aria-label": `More of ${title}`, hidden: items.length < page }, "More");
  more.addEventListener("click", async () => {
    const fresh = await next(items.length, items.at(-1));
    items.push(...fresh);
    place.replaceChildren(draw(items));
    more.hidden = fresh.length < page;
  });
  return h("section", {}, h("h2", {}, title), place, more);
}

/** @param {Record<string, unknown>[]} records */
function rows(records) {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return table(names, records.map((record) => names.map((name) => text(record[name]))), "records");
}

/** @param {unknown} value */
const text = (value) =>
  value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);

/** @param {api.StoredFile[]} stored */
const files = (stored) => table(["Key", "Type", "Stored", "Size"], stored.map((file) =>
  [h("code", {}, file.key), file.type, moment(file.storedAt), size(file.bytes)]), "reflow");

/** @param {string[]} names @param {(Node | string)[][]} lines @param {string} kind */
function table(names, lines, kind) {
  const isWide = kind === "records";
  const cell = (/** @type {Node | string} */ content) =>
    h("td", { title: isWide && typeof content === "string" ? content : null }, content);

  // What scrolls sideways has to be reached by keyboard.
  return h("div.sheet.scroll", { tabindex: isWide ? 0 : null }, h(`table.${kind}`, {},
    h("thead", {}, h("tr", {}, ...names.map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, ...lines.map((cells) => h("tr", {}, ...cells.map(cell))))));
}
