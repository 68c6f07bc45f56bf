import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../base/words.js';
import './recall-row.js';
import { WatchedNotices } from './watched-notices.js';

/** Above a company's orders: the notices that it has to answer, or of which something is left to be done. */
class OpenRecalls extends WatchedNotices {
  get topic() {
    return 'recall-notices';
  }

  render() {
    return this.notices?.length
      ? html`<section class="card open-recalls" aria-label=${t('recall.yours')}>
          ${repeat(
            this.notices,
            ({ id }) => id,
            (notice) => html`<recall-row .notice=${notice}></recall-row>`,
          )}
        </section>`
      : nothing;
  }
}

customElements.define('open-recalls', OpenRecalls);
