/**
 * An editor changes a topic and never hears that it was taken; a colleague sees it and changes it again. What the first
 * one sends once more must not undo that [PU3].
 */
import { edit, save } from '../acts.ts';
import type { Fault } from '../fault.ts';
import { PUSH } from '../world.ts';

export const overtaken: Fault = {
  name: 'overtaken while an answer was lost',
  async strike(world) {
    const { random, wire } = world;
    const submitter = random.pick(world.submitters());
    await save(world, submitter);
    await submitter.run('asked');
    const first = random.pick(world.editors());
    const second = random.pick(world.editors().filter((editor) => editor !== first));
    await first.run('asked');
    const unheard = await edit(world, first);
    if (unheard === null) return;
    let status: number | null = null;
    wire.plan(first.name, PUSH, {
      fate: 'lost answer',
      answered: (given) => {
        status = given;
      },
    });
    await first.run('asked');
    await second.run('asked');
    const later = await edit(world, second, unheard.topicId);
    await second.run('asked');
    if (later?.saw === unheard.title && status === 200) world.met(this.name);
  },
};
