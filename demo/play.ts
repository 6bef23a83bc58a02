/** The main job, end to end, played by two people in two browsers. */
import type { Page } from 'puppeteer-core';
import * as act from './acts.ts';
import { openPage } from './browser/chromium.ts';
import { goOffline } from './browser/offline.ts';
import { join } from './joining.ts';
import { EDITOR, EMPLOYEE } from './queue.ts';
import type { Stage } from './stage.ts';
import type { Step } from './steps.ts';

/** Keeps a picture of a screen under a name. */
export type Shoot = (page: Page, name: string) => Promise<void>;

const WORKSHOP = { path: '/personal/ausbildungswerkstatt', title: 'Ausbildungswerkstatt' };
const PUMP = { path: '/news/np-400-klaerwerk', title: 'NP 400 spart im Klärwerk' };
const HARBOUR = { path: '/wirtschaft/nordwerk-baut-aus', title: 'Nordwerk baut am Hafen aus' };
const EDITOR_NAME = 'Jan Claasen';

/** @throws StepError naming the step that did not happen. */
export async function playRoundTrip({ queue, intranet, employee, editor }: Stage, step: Step, shoot: Shoot) {
  await step('the employee joins with an invitation', async () => {
    await (await join(employee, await queue.invite(EMPLOYEE))).close();
  });
  const inbox = await step('the editor joins and opens the inbox', async () => {
    await (await join(editor, await queue.invite(EDITOR))).close();
    return act.openInbox(editor);
  });
  await shoot(inbox, 'inbox-empty');

  const workshop = await openPage(employee, `${intranet.url}${WORKSHOP.path}`);
  const popup = await step('the employee clicks the toolbar button on an HR page', () =>
    act.openFilledPopup(employee, workshop),
  );
  await shoot(popup, 'popup');
  await step('Enter saves the clip', () => act.suggest(popup));
  await shoot(popup, 'popup-saved');
  await step('the clip is in the editor’s inbox', () => act.waitForTitle(inbox, WORKSHOP.title));

  const pump = await openPage(employee, `${intranet.url}${PUMP.path}`);
  const comeBack = await step('the employee’s network is gone', () => goOffline(employee));
  const offline = await step('offline, the toolbar button opens the same popup', () =>
    act.openFilledPopup(employee, pump),
  );
  await step('offline, Enter saves the clip', () => act.suggest(offline));
  await shoot(offline, 'popup-saved-offline');
  const suggestions = await step('“My suggestions” shows it as waiting', async () => {
    const page = await act.openSuggestions(employee);
    await act.waitForPending(page, PUMP.title, true);
    return page;
  });
  await shoot(suggestions, 'my-suggestions-offline');
  await step('the network is back and the clip is sent', async () => {
    await comeBack();
    await act.waitForPending(suggestions, PUMP.title, false);
  });
  await step('the second clip is in the editor’s inbox', async () => {
    await inbox.bringToFront();
    await act.showArrived(inbox);
    await act.waitForTitle(inbox, PUMP.title);
  });

  const harbour = await openPage(employee, `${intranet.newspaperUrl}${HARBOUR.path}`);
  await step('a newspaper article is clipped by command; the page shows a toast', () =>
    act.clipByCommand(employee, harbour),
  );
  await shoot(harbour, 'toast');
  await step('the third clip is in the editor’s inbox', async () => {
    await inbox.bringToFront();
    await act.showArrived(inbox);
    await act.waitForTitle(inbox, HARBOUR.title);
  });

  await step('the editor finds the first clip with j', () => act.selectTopic(inbox, WORKSHOP.title));
  await shoot(inbox, 'inbox');
  await step('the editor accepts it with 1', () => act.accept(inbox));
  await shoot(inbox, 'inbox-accepted');
  await suggestions.bringToFront();
  await step('“My suggestions” shows it as accepted, with the editor’s name', () =>
    act.waitForState(suggestions, WORKSHOP.title, 'accepted', EDITOR_NAME),
  );
  await shoot(suggestions, 'my-suggestions');
}
