import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { goLive } from '../../base/start.js';
import './analysis-card.js';
import './cost-card.js';
import './report-readers.js';
import './todo-card.js';

/** What is found out and done about a nonconformance, what it costs and who reads its report; live. */
class CorrectionCards extends LightElement {
  static properties = {
    number: { attribute: false },
    about: { attribute: false },
    open: { type: Boolean },
    decides: { type: Boolean },
    page: { state: true },
  };

  #stop;

  connectedCallback() {
    super.connectedCallback();
    this.#stop = goLive().watch(`corrections/${this.number}`, ({ page, gone }) => {
      this.page = gone ? undefined : page;
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop?.();
  }

  render() {
    const { number, page, about, open, decides } = this;
    return page
      ? html`<div class="correction-cards">
          <todo-card
            .number=${number}
            .page=${page}
            .about=${about}
            ?raises=${open && decides}
            ?decides=${decides}
          ></todo-card>
          <analysis-card .number=${number} .page=${page}></analysis-card>
          <report-readers .number=${number} .page=${page} ?decides=${decides}></report-readers>
          <cost-card .number=${number} .costs=${page.costs} ?decides=${decides}></cost-card>
        </div>`
      : nothing;
  }
}

customElements.define('correction-cards', CorrectionCards);
