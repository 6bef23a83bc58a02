// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showToast } from '../../components/toast/toast.ts';

const TEXTS = {
  saved: 'Saved',
  title: 'A page',
  department: 'Department',
  goal: 'Goal',
  undo: 'Undo',
  close: 'Close',
  undone: 'Removed',
};

let root: ShadowRoot;
beforeEach(() => {
  vi.useFakeTimers();
  // The root is closed to the page; the test looks in by the door it went through.
  const { attachShadow } = Element.prototype;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    expect(init.mode).toBe('closed');
    root = attachShadow.call(this, init);
    return root;
  });
});
afterEach(() => {
  document.querySelector('clipdesk-toast')?.remove();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function show() {
  const calls = { onTag: vi.fn(), onUndo: vi.fn(async () => true), onGone: vi.fn() };
  const toast = showToast(document, {
    texts: TEXTS,
    departments: [
      { id: 'hr', name: 'HR' },
      { id: 'it', name: 'IT' },
    ],
    goals: [
      { id: '', name: 'Open' },
      { id: 'talent', name: 'Talent' },
    ],
    departmentId: 'hr',
    goalId: 'talent',
    ...calls,
  });
  return { toast, ...calls };
}

const find = <T extends Element>(selector: string): T => {
  const found = root.querySelector<T>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
};
const isShown = () => document.querySelector('clipdesk-toast') !== null;

describe('the toast', () => {
  it('says that the clip was saved, to screen readers too, and takes no focus', () => {
    show();
    expect(find('[role="status"]').textContent).toBe('SavedA page');
    expect(document.activeElement).toBe(document.body);
  });

  it('leaves by itself, once', () => {
    const { onGone, toast } = show();
    vi.advanceTimersByTime(7_999);
    expect(isShown()).toBe(true);
    vi.advanceTimersByTime(1);
    expect(isShown()).toBe(false);
    toast.close();
    expect(onGone).toHaveBeenCalledTimes(1);
  });

  it('waits while it is pointed at or focused', () => {
    show();
    const matches = vi.spyOn(find<HTMLElement>('.card'), 'matches').mockReturnValue(true);
    vi.advanceTimersByTime(60_000);
    expect(isShown()).toBe(true);
    matches.mockReturnValue(false);
    vi.advanceTimersByTime(1_000);
    expect(isShown()).toBe(false);
  });

  it('changes department and goal, and shows the goals of the new department', () => {
    const { toast, onTag } = show();
    const [department, goal] = [...root.querySelectorAll('select')];
    if (department === undefined || goal === undefined) throw new Error('no lists');
    department.value = 'it';
    department.dispatchEvent(new Event('change'));
    expect(onTag).toHaveBeenCalledWith({ departmentId: 'it', goalId: 'talent' });
    toast.update({ goals: [{ id: '', name: 'Open' }], goalId: '' });
    expect([...goal.options].map((option) => option.textContent)).toEqual(['Open']);
    expect(goal.value).toBe('');
  });

  it('takes the clip back, says so once it is so, and then leaves', async () => {
    const { onUndo } = show();
    find<HTMLElement>('.undo').click();
    expect(onUndo).toHaveBeenCalledTimes(1);
    expect(find('[role="status"]').textContent).not.toContain('Removed');
    await onUndo.mock.results[0]?.value;
    await Promise.resolve();
    expect(find('[role="status"]').textContent).toContain('Removed');
    expect(root.querySelector('select')).toBeNull();
    vi.advanceTimersByTime(2_500);
    expect(isShown()).toBe(false);
  });

  it('leaves on Escape and keeps its keys from the page', () => {
    const onPageKey = vi.fn();
    document.addEventListener('keydown', onPageKey);
    show();
    find<HTMLElement>('.undo').dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, composed: true }));
    expect(onPageKey).not.toHaveBeenCalled();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(isShown()).toBe(false);
    document.removeEventListener('keydown', onPageKey);
  });

  it('says texts as texts, whatever they contain', () => {
    show();
    root.querySelector('.title')?.remove();
    showToast(document, {
      texts: { ...TEXTS, title: '<img src=x onerror=alert(1)>' },
      departments: [],
      goals: [],
      departmentId: '',
      goalId: '',
      onTag: () => {},
      onUndo: async () => true,
      onGone: () => {},
    });
    expect(root.querySelector('img')).toBeNull();
    expect(find('.title').textContent).toBe('<img src=x onerror=alert(1)>');
  });
});
