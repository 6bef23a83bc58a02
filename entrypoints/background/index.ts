/**
 * The background. Every listener is registered in the first turn, before anything is awaited: a
 * worker that was woken by an event loses the event otherwise.
 */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { type PageCalls, pageCalls } from '../../messaging/calls.ts';
import { answerCalls } from '../../messaging/rpc.ts';
import { fromPages } from '../browser/message-adapters.ts';
import { listenToSaving } from '../browser/saving.ts';
import { updateBadge } from './badge.ts';
import { openPage } from './explain.ts';
import { tellWhetherSaved } from './half-saved.ts';
import { createMenus, listenToMenus } from './menus.ts';
import { pageKey } from './page-key.ts';
import { quickClip } from './quick-clip.ts';
import { openReader } from './reader.ts';
import { showRead } from './show-read.ts';
import { changeAccount, keepAlarms, listenToSync, syncNow } from './sync.ts';
import { answerToasts } from './toast.ts';

export default defineBackground(() => {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void createMenus();
    if (reason === 'install') void openPage('options.html#welcome');
    // A pause that asked for a newer version ends with it.
    if (reason === 'update') syncNow('asked');
  });
  browser.runtime.onStartup.addListener(() => syncNow('timer'));
  listenToMenus();
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'clip-now' && tab !== undefined) void quickClip(tab);
  });
  listenToSync();
  answerToasts();
  listenToSaving((since, begun) => void tellWhetherSaved(since, begun));
  answerCalls<PageCalls>(fromPages, pageCalls, {
    async pageKey({ address, canonicalAddress }) {
      return { key: await pageKey(address, canonicalAddress) };
    },
    async requestSync({ reason }) {
      syncNow(reason);
      return {};
    },
    async openReader() {
      await openReader();
      return {};
    },
    async languageChanged() {
      await createMenus();
      await updateBadge();
      return {};
    },
    async showRead({ tabId }) {
      await showRead(tabId);
      return {};
    },
    async accountChanged() {
      changeAccount();
      return {};
    },
  });
  void keepAlarms();
  syncNow('timer');
});
