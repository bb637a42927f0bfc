/** A refusal or a failure in words for the person at the screen. `code` is what programs compare. */
export class Problem extends Error {
  /** @param {{ title?: string, detail?: string, status?: number, code?: string }} facts */
  constructor({ title = "Something went wrong.", detail, status = 0, code = "" }) {
    super(detail ?? title);
    this.name = "Problem";
    this.status = status;
    this.code = code;
  }
}

/**
 * The sign-in has ended: nothing but signing in again helps.
 * @param {unknown} error
 */
export const isSignedOut = (error) => error instanceof Problem && error.status === 401;

/** @param {unknown} error */
export const isGone = (error) => error instanceof Problem && error.status === 404;

export const signedOut = () =>
  new Problem({ status: 401, code: "signed-out", detail: "Your sign-in has ended. Sign in again to go on." });

// A browser tells a script neither whether the network is gone nor whether a gateway answered without CORS headers.
export const unreachable = () =>
  new Problem({
    code: "unreachable",
    detail: "The library cannot be reached. Check the connection and try again; if that does not help, sign in again.",
  });

/**
 * Any error as a sentence: a problem explains itself, anything else is our own mistake.
 * @param {unknown} error
 */
export const inWords = (error) =>
  error instanceof Problem ? error.message : `Something went wrong on this page (${error}). Reload it and try again.`;
