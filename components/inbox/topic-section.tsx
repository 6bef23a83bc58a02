import { inbox } from '../../locales/words.ts';
import { useWords } from '../language.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { NothingSelected } from './empty.tsx';
import type { InboxScreenProps, TopicDetail } from './inbox-props.ts';
import { MeanwhileNotice } from './panels/meanwhile-notice.tsx';
import type { PanelProps } from './panels/panel-props.ts';
import { PANELS } from './panels/panel-registry.tsx';
import { PickedBar } from './picked-bar.tsx';
import { isAllPicked } from './situation-of.ts';
import { TopicPane } from './topic-pane.tsx';
import type { Desk } from './use-desk.ts';

type TopicSectionProps = InboxScreenProps & { detail: TopicDetail | null; desk: Desk; panel: PanelProps | null };

/** Back to where somebody was writing. */
const focusIn = (form: HTMLFormElement | null) =>
  (form?.querySelector<HTMLElement>('textarea') ?? form?.querySelector<HTMLElement>('input, button'))?.focus();

/** The topic at hand with its decisions below; while topics are picked, the decisions are about those. */
export function TopicSection(props: TopicSectionProps) {
  const { detail, strategy, letterKeys, desk, panel, picked } = props;
  const t = useWords(inbox);
  const Panel = desk.panel === null ? null : PANELS[desk.panel].Panel;
  return (
    <section class="inbox-topic" aria-label={detail?.topic.title ?? t('select')}>
      {detail !== null ? <TopicPane {...props} detail={detail} strategy={strategy} /> : null}
      {detail === null && props.rows?.length !== 0 && props.selectedId === null ? (
        <NothingSelected letterKeys={letterKeys} />
      ) : null}
      {desk.target === null ? null : (
        <footer
          class="decision"
          onSubmitCapture={(event) => {
            if (desk.meanwhile?.mustChoose !== true) return;
            event.preventDefault();
            event.stopPropagation();
          }}
        >
          {desk.meanwhile === null || panel === null ? null : (
            <MeanwhileNotice
              {...desk.meanwhile}
              onKeepTheirs={() => desk.open(null)}
              onGoOn={() => {
                desk.goOn();
                focusIn(panel.form.current);
              }}
            />
          )}
          {panel === null || panel.target.topic === null ? null : (
            <bdi class="decision-about small soft">{panel.target.topic.title}</bdi>
          )}
          {Panel !== null && panel !== null ? <Panel key={desk.target.key} {...panel} /> : null}
          {picked.size > 0 ? (
            <PickedBar
              count={picked.size}
              allPicked={isAllPicked(props)}
              total={props.total}
              allows={desk.target.allows}
              overlay={desk.panel}
              onPickAll={props.onPickAll}
            />
          ) : (
            <DecisionBar allows={desk.target.allows} overlay={desk.panel} load={props.load} />
          )}
        </footer>
      )}
    </section>
  );
}
