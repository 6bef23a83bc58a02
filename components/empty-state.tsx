import type { ComponentChildren } from 'preact';
import { Icon, type IconShapes } from './icon.tsx';
import './empty-state.css';

type EmptyStateProps = { icon: IconShapes; title: string; text?: string; children?: ComponentChildren };

/** An empty place: what will appear here, and at most one next step. */
export function EmptyState({ icon, title, text, children }: EmptyStateProps) {
  return (
    <div class="empty">
      <span class="empty-mark">
        <Icon shapes={icon} />
      </span>
      <p class="empty-title">{title}</p>
      {text === undefined ? null : <p class="soft">{text}</p>}
      {children}
    </div>
  );
}
