/**
 * On an endless list of posts people mean the one in front of them. Asks the layout for a point or three
 * and two boxes, before the page is walked.
 */
import { attribute, boxOf, elementsAt, elementsFor, hasElementFor } from './dom.ts';

const POSTS = 'article, [role="article"], [role="feed"] > *';
/** Few pages say so by roles. Browsers find one name or one attribute ten times as fast as a list of both. */
const ROLES = ['[role="article"]', '[role="feed"]'];
const MAX_POSTS = 500;
/** Fewer of a kind are columns, or a page and its aside. */
const MIN_POSTS = 3;
/** Heights at which a post is looked for, as parts of the window: between posts are gaps. */
const HEIGHTS = [0.5, 0.4, 0.6];

/** The post in the middle of the window, if its list was scrolled to it or it fills half of the window; else null. */
export function postInView(document: Document): Element | null {
  const hasRoles = ROLES.some((role) => hasElementFor(document, role));
  const posts = elementsFor(document, hasRoles ? POSTS : 'article', MAX_POSTS);
  const view = document.defaultView;
  // Before the layout is asked for anything: a page that was not drawn yet would be, for nothing.
  if (view === null || posts.length < MIN_POSTS || !haveKind(posts)) return null;
  for (const height of HEIGHTS) {
    // The outermost first: answers stand inside their post. What lies above the list, such as a bar, is none.
    const shown = elementsAt(document, view.innerWidth / 2, view.innerHeight * height).reverse();
    for (const post of shown.filter((element) => posts.includes(element))) {
      const kind = attribute(post, 'class');
      const [first = post, ...others] = posts.filter((other) => attribute(other, 'class') === kind);
      if (others.length < MIN_POSTS - 1) continue;
      const isMeant = boxOf(post).height >= view.innerHeight / 2 || (first !== post && boxOf(first).y < 0);
      return isMeant ? post : null;
    }
  }
  return null;
}

/** True if as many posts as a list has are of one kind. */
function haveKind(posts: readonly Element[]): boolean {
  const counts = new Map<string, number>();
  for (const post of posts) {
    const kind = attribute(post, 'class');
    const count = (counts.get(kind) ?? 0) + 1;
    if (count === MIN_POSTS) return true;
    counts.set(kind, count);
  }
  return false;
}
