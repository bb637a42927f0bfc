// The little CommonMark that comments turn into: paragraphs, and `code` between backticks.
import { all, html } from "../dom.js";

/** @param {string} text */
const inline = (text) => text.split("`").map((part, at) =>
  at % 2 === 1 ? html`<code>${part}</code>` : document.createTextNode(part));

/** @param {string} [text] */
export const words = (text = "") => all(inline(text));

/** @param {string} [text] */
export const prose = (text) =>
  text ? all(text.split(/\n{2,}/).map((part) => html`<p>${all(inline(part))}</p>`)) : null;

/**
 * A place on the page for something of that name.
 * @param {string} name
 */
export const anchor = (name) => `about-${name}`;
