import { useEffect } from 'preact/hooks';
import { type Claims, createClaims } from '../../sync/claims.ts';
import type { Session } from '../browser/session.ts';
import { lineOf } from '../browser/session-sync.ts';

/** Who only passes by does not look: nothing is said before this. */
const LOOKS_AFTER_MS = 1_500;
/** Well before a claim runs out. */
const AGAIN_MS = 240_000;

/** One for each session, so that what is said keeps its order from one topic to the next. */
const ofSession = new WeakMap<Session, Claims>();
function claimsOf(session: Session): Claims {
  const claims = ofSession.get(session) ?? createClaims(lineOf(session));
  ofSession.set(session, claims);
  return claims;
}

/**
 * [CM1] Says that this person looks at the topic while it is before them, and no longer when they turn to another
 * one or the window is hidden. Courtesy: without a network it is simply not said.
 */
export function useClaim(session: Session, topicId: string | null): void {
  useEffect(() => {
    if (topicId === null) return;
    const claims = claimsOf(session);
    let said = false;
    const say = () => {
      if (document.visibilityState !== 'visible') return;
      said = true;
      claims.look(topicId, false).catch(() => undefined);
    };
    const leave = () => {
      if (said) claims.leave(topicId).catch(() => undefined);
      said = false;
    };
    const close = () => {
      if (said) claims.leaveAtOnce(topicId).catch(() => undefined);
      said = false;
    };
    const follow = () => (document.visibilityState === 'visible' ? say() : leave());
    const first = setTimeout(say, LOOKS_AFTER_MS);
    const again = setInterval(say, AGAIN_MS);
    document.addEventListener('visibilitychange', follow);
    addEventListener('pagehide', close);
    return () => {
      clearTimeout(first);
      clearInterval(again);
      document.removeEventListener('visibilitychange', follow);
      removeEventListener('pagehide', close);
      leave();
    };
  }, [session, topicId]);
}

/** Takes it over from whoever has it: what is pressed for on purpose. */
export const takeOver = (session: Session, topicId: string): void =>
  void claimsOf(session)
    .look(topicId, true)
    .catch(() => undefined);
