// Types in words, with links to those that have a name.
import { all, html } from "../dom.js";
import { words } from "./prose.js";

/** @typedef {import("./description.js").Schema} Schema */

/** @param {string} name */
const placeOf = (name) => `type-${name}`;

/**
 * @param {string} name
 * @param {Schema} schema
 */
export const showType = (name, schema) => html`
  <article id="${placeOf(name)}" class="type">
    <h3>${name}</h3>
    <p>${words(schema.description)}</p>
    <dl>${all(Object.entries(schema.properties ?? {}).map(([member, its]) =>
      entry(member, its, schema.required?.includes(member) ? "" : "optional", its.description)))}</dl>
    ${schema.additionalProperties === false ? html`<p class="soft">No other members are accepted.</p>` : null}
  </article>`;

/**
 * A name, its type and what is to be said of it.
 * @param {string} name
 * @param {Schema} schema
 * @param {string} note
 * @param {string} [description]
 */
export const entry = (name, schema, note, description) => html`
  <div>
    <dt><code>${name}</code> <span class="kind">${typeOf(schema)}${note && `, ${note}`}</span></dt>
    <dd>${words(description)} ${limits(schema)}</dd>
  </div>`;

/**
 * @param {Schema} schema
 * @returns {Node}
 */
export function typeOf({ $ref, type, format, items, anyOf, additionalProperties }) {
  if ($ref) {
    const name = $ref.split("/").at(-1) ?? "";
    return html`<a href="#${placeOf(name)}">${name}</a>`;
  }
  if (anyOf) return joined(anyOf.map(typeOf));
  if (items) return all(["list of ", typeOf(items)]);
  if (typeof additionalProperties === "object") return all(["object of ", typeOf(additionalProperties)]);

  const names = [type ?? "anything"].flat().join(" or ");
  return document.createTextNode(format ? `${names} (${format})` : names);
}

/** @param {Node[]} nodes */
const joined = (nodes) => all(nodes.flatMap((node, at) => (at === 0 ? [node] : [" or ", node])));

/** @param {Schema} schema */
function limits({ enum: values, minimum, maximum, minLength, maxLength, pattern, default: preset, examples }) {
  /** @type {(string | Node)[]} */
  const facts = [];
  if (values) facts.push("One of ", joined(values.map(literal)), ". ");
  if (minimum !== undefined || maximum !== undefined) facts.push(`${range(minimum, maximum)}. `);
  if (minLength !== undefined || maxLength !== undefined) facts.push(`${range(minLength, maxLength)} characters. `);
  if (pattern) facts.push("Of the form ", literal(pattern), ". ");
  if (preset !== undefined) facts.push(literal(preset), " when left out. ");
  if (examples) facts.push("For example ", joined(examples.map(literal)), ".");
  return facts.length === 0 ? null : html`<span class="soft">${all(facts)}</span>`;
}

/** @param {unknown} value */
const literal = (value) => html`<code>${String(value)}</code>`;

const number = new Intl.NumberFormat("en-GB");

/**
 * @param {number} [from]
 * @param {number} [to]
 */
function range(from, to) {
  if (to === undefined) return `At least ${number.format(from ?? 0)}`;
  return from === undefined ? `At most ${number.format(to)}` : `${number.format(from)} to ${number.format(to)}`;
}
