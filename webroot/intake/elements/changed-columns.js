import { html, nothing } from 'lit';
import { t } from '../../base/words.js';

/** The columns are not those that a mapping was made for: what is new and what is missing is named. */
export const changedColumns = (changed) =>
  changed
    ? html`<p class="changed-columns">
        ${[
          t('import.changed', { name: changed.mapping }),
          ...['added', 'missing']
            .filter((which) => changed[which].length > 0)
            .map((which) => t(`import.columns-${which}`, { columns: changed[which].join(t('comma')) })),
        ].join(t('space'))}
      </p>`
    : nothing;
