/** Totals of the desk's work, asked for when somebody looks at them; what was answered last stays for when there is no network. */
import { type Figures, figuresSchema } from '../protocol/figures.ts';
import { ROUTES } from '../protocol/routes.ts';
import { askJson, type Line } from './ask.ts';

/**
 * Of topics suggested and decided in [from, to).
 * @throws SyncError
 */
export const askFigures = (line: Line, { from, to }: { from: number; to: number }): Promise<Figures> =>
  askJson(line, `${ROUTES.figures}?from=${from}&to=${to}`, {}, figuresSchema);
