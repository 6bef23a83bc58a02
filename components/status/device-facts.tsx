import type { ComponentChildren } from 'preact';
import { formatBytes } from '../../locales/amounts.ts';
import { status } from '../../locales/words.ts';
import { useReader, useWords } from '../language.tsx';
import type { StatusScreenProps } from './status-props.ts';

/** Account, storage and version: what a help desk asks first. */
export function DeviceFacts({ account, storage, version }: Pick<StatusScreenProps, 'account' | 'storage' | 'version'>) {
  const t = useWords(status);
  const { language } = useReader();
  return (
    <>
      <section class="card">
        <h2>{t('account')}</h2>
        {account === null ? (
          <p class="soft">{t('noAccount')}</p>
        ) : (
          <dl class="status-facts">
            <Fact term={t('person')}>{account.person}</Fact>
            <Fact term={t('queue')}>{account.queue}</Fact>
            <Fact term={t('address')}>{account.queueUrl}</Fact>
          </dl>
        )}
      </section>
      <section class="card">
        <h2>{t('device')}</h2>
        <dl class="status-facts">
          {storage === null ? null : (
            <Fact term={t('storage')}>
              {storage.freeBytes === null
                ? t('storageUsed', { used: formatBytes(language, storage.usedBytes) })
                : t('storageFree', {
                    used: formatBytes(language, storage.usedBytes),
                    free: formatBytes(language, storage.freeBytes),
                  })}
              <br />
              <span class="small soft">{storage.persistent ? t('persistent') : t('notPersistent')}</span>
            </Fact>
          )}
          <Fact term={t('version')}>
            {t('versionText', { extension: version.extension, protocol: version.protocol })}
          </Fact>
        </dl>
      </section>
    </>
  );
}

const Fact = ({ term, children }: { term: string; children: ComponentChildren }) => (
  <div class="status-fact">
    <dt>{term}</dt>
    <dd class="foreign">{children}</dd>
  </div>
);
