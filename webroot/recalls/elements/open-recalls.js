import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { goLive } from '../../base/start.js';
import { t } from '../../base/words.js';
import './recall-row.js';

/** Above a company's orders: the notices that it has to answer, or of which something is left to be done. */
class OpenRecalls extends LightElement {
  static properties = { notices: { state: true } };

  #stop;

  connectedCallback() {
    super.connectedCallback();
    this.#stop = goLive().watch('recall-notices', ({ page, gone }) => {
      this.notices = gone ? [] : Object.values(page.notices ?? {});
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop?.();
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
