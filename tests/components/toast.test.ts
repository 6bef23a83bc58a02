// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showToast } from '../../components/toast/toast.ts';
import type { ToastGoals } from '../../components/toast/toast-props.ts';

const TEXTS = {
  saved: 'Saved',
  title: 'A page',
  department: 'Department',
  goal: 'Goal',
  because: 'Department, because: your department',
  undo: 'Undo',
  close: 'Close',
  show: 'Show',
  showRead: 'Show what was read',
  undone: 'Removed',
  unchanged: 'Not changed',
  unshown: 'Nothing to mark',
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
  const calls = {
    onTag: vi.fn(async (): Promise<ToastGoals | null> => null),
    onUndo: vi.fn(async () => true),
    onShowRead: vi.fn(async () => true),
  };
  const close = showToast(document, {
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
  return { close, ...calls };
}

const find = <T extends Element>(selector: string): T => {
  const found = root.querySelector<T>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
};
const settled = () => vi.advanceTimersByTimeAsync(0);
function choose(departmentId: string) {
  const [department, goal] = [...root.querySelectorAll('select')];
  if (department === undefined || goal === undefined) throw new Error('no lists');
  department.value = departmentId;
  department.dispatchEvent(new Event('change'));
  return { department, goal };
}
const isShown = () => document.querySelector('clipdesk-toast') !== null;

describe('the toast', () => {
  it('says that the clip was saved, to screen readers too, and takes no focus', () => {
    show();
    expect(find('.says').textContent).toBe('SavedA pageShow');
    // Put into a region that is there already, else nobody hears it.
    expect(find('[role="status"]').textContent).toBe('');
    vi.advanceTimersByTime(100);
    expect(find('[role="status"]').textContent).toBe('Saved');
    expect(document.activeElement).toBe(document.body);
  });

  it('says why its department stands there, until another is chosen', async () => {
    show();
    expect(find('.card').textContent).toContain(TEXTS.because);
    choose('it');
    await settled();
    expect(find('.card').textContent).not.toContain(TEXTS.because);
  });

  it('leaves by itself', () => {
    show();
    vi.advanceTimersByTime(7_999);
    expect(isShown()).toBe(true);
    vi.advanceTimersByTime(1);
    expect(isShown()).toBe(false);
  });

  it('is closed by who showed it', () => {
    const { close } = show();
    close();
    expect(isShown()).toBe(false);
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

  it('changes department and goal, and shows the goals of the new department', async () => {
    const { onTag } = show();
    onTag.mockResolvedValue({ goals: [{ id: '', name: 'Open' }], goalId: '' });
    const { goal } = choose('it');
    expect(onTag).toHaveBeenCalledWith({ departmentId: 'it', goalId: 'talent' });
    await settled();
    expect([...goal.options].map((option) => option.textContent)).toEqual(['Open']);
    expect(goal.value).toBe('');
  });

  it('shows what is kept and says so when a change was not made', async () => {
    const { onTag } = show();
    onTag.mockResolvedValueOnce({ goals: [{ id: '', name: 'Open' }], goalId: '' });
    choose('it');
    await settled();
    const { department, goal } = choose('hr');
    await settled();
    expect([department.value, goal.value]).toEqual(['it', '']);
    expect(find('[role="status"]').textContent).toContain('Not changed');
    onTag.mockResolvedValueOnce({ goals: [{ id: '', name: 'Open' }], goalId: '' });
    choose('hr');
    await settled();
    expect(department.value).toBe('hr');
    expect(find('[role="status"]').textContent).toContain('Saved');
  });

  it('a choice made while another one is answered stays', async () => {
    const { onTag } = show();
    const first = Promise.withResolvers<ToastGoals | null>();
    onTag.mockReturnValueOnce(first.promise).mockReturnValueOnce(new Promise(() => {}));
    const { department } = choose('it');
    choose('hr');
    first.resolve({ goals: [], goalId: '' });
    await settled();
    expect(department.value).toBe('hr');
  });

  it('says that the clip was not taken back, and lets the person try again', async () => {
    const { onUndo } = show();
    onUndo.mockResolvedValue(false);
    const undo = find<HTMLButtonElement>('.undo');
    undo.click();
    await settled();
    expect(find('[role="status"]').textContent).toContain('Not changed');
    expect(root.querySelectorAll('select')).toHaveLength(2);
    undo.click();
    expect(onUndo).toHaveBeenCalledTimes(2);
  });

  it('asks once however often Undo is pressed', () => {
    const { onUndo } = show();
    find<HTMLElement>('.undo').click();
    find<HTMLElement>('.undo').click();
    expect(onUndo).toHaveBeenCalledTimes(1);
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

  it('shows what was read on request, and says so where nothing can be marked', async () => {
    const { onShowRead } = show();
    find<HTMLElement>('.show').click();
    await settled();
    expect(onShowRead).toHaveBeenCalledTimes(1);
    expect(find('.said').textContent).toBe('Saved');
    onShowRead.mockResolvedValue(false);
    find<HTMLElement>('.show').click();
    await settled();
    expect(find('.said').textContent).toBe('Nothing to mark');
  });

  it('comes back a few times to a page that takes it away, and then lets it have its will', () => {
    show();
    for (let times = 0; times < 5; times += 1) {
      document.querySelector('clipdesk-toast')?.remove();
      vi.advanceTimersByTime(300);
      expect(isShown()).toBe(true);
    }
    document.querySelector('clipdesk-toast')?.remove();
    vi.advanceTimersByTime(3_000);
    expect(isShown()).toBe(false);
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
      onTag: async () => null,
      onUndo: async () => true,
      onShowRead: async () => true,
    });
    expect(root.querySelector('img')).toBeNull();
    expect(find('.title').textContent).toBe('<img src=x onerror=alert(1)>');
  });
});
