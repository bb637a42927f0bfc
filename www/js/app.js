// The start of the site, and its outermost edge: what nobody else caught becomes a sentence here.
import { connect, readConfig } from "./api.js";
import { NoticeList } from "./components/notice-list.js";
import { find } from "./dom.js";
import { inWords, isSignedOut, signedOut } from "./problem.js";
import { Router } from "./router.js";
import { Session } from "./session.js";
import { LibraryView } from "./views/library.js";
import { WelcomeView } from "./views/welcome.js";

/**
 * What every view is given.
 * @typedef {{ session: Session, api: import("./api.js").Api, router: Router, notices: NoticeList }} Surroundings
 */

const place = find(document, "#view", HTMLElement);
const notices = find(document, "notice-list", NoticeList);

/** @type {Session | null} */
let session = null;

/** @type {LibraryView | WelcomeView | null} */
let view = null;

addEventListener("unhandledrejection", ({ reason }) => tell(reason));
addEventListener("error", ({ error }) => tell(error));

await start();

async function start() {
  const config = await readConfig();
  session = new Session(config.signIn);
  if (session.isForAnother) {
    history.replaceState(null, "", "/");
    if (!session.isSignedIn) return await session.begin();
  }

  const api = connect(config.api, session);
  const router = new Router();
  // A sign-in that went wrong still leaves a page to try again from.
  await session.complete().catch(tell);
  view = show(session);

  // Files on their way, or waiting for another try, are not thrown away with the page.
  session.addEventListener("ended", () => {
    if (isBusy()) tell(signedOut());
    else if (session) view = show(session);
  });

  // Files of one account never go on into the library of another.
  session.addEventListener("began", () => {
    if (view instanceof LibraryView && view.who === session?.name) view.resume();
    else if (session) view = show(session);
  });

  /** @param {Session} session */
  function show(session) {
    const view = session.isSignedIn ? new LibraryView() : new WelcomeView();
    place.replaceChildren(view);
    view.open({ session, api, router, notices });
    return view;
  }
}

function isBusy() {
  return view instanceof LibraryView && view.isBusy;
}

/** @param {unknown} error */
function tell(error) {
  const signIn = { label: "Sign in", run: () => (isBusy() ? session?.beginElsewhere() : session?.begin()) };
  notices.tell(inWords(error), isSignedOut(error) && session ? signIn : undefined);
}
