import type { ComponentChildren } from 'preact';
import { Icon, type IconShapes } from './icon.tsx';
import './notice.css';

type NoticeProps = {
  tone: 'plain' | 'warning' | 'danger';
  icon: IconShapes;
  title?: string;
  children?: ComponentChildren;
  /** Buttons, at the end of the line where there is room. */
  actions?: ComponentChildren;
  /** Read out at once when it appears; for what a person's own act has caused. */
  urgent?: boolean;
};

/** Something to know, beside the work and never in its way. */
export function Notice({ tone, icon, title, children, actions, urgent = false }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={urgent ? 'alert' : 'status'}>
      <Icon shapes={icon} />
      <div class="notice-text">
        {title === undefined ? null : <strong>{title} </strong>}
        {children}
      </div>
      {actions === undefined ? null : <div class="notice-actions">{actions}</div>}
    </div>
  );
}
