import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { counted, kindName, looks, standing } from '../reading/connectors.js';

/** One connector: how it is doing; says `edit`, `preview`, `pull` with a scope, `records` with which, `remove`. */
class ConnectorRow extends LightElement {
  static properties = { connector: { attribute: false } };

  render() {
    const { name, settings, state, records, nextAt, lastComparedAt } = this.connector;
    return html`<div class="connector-row">
      <span class="row-main">
        <strong>${name}</strong>
        <span class="row-line soft">${kindName(settings.kind)} · ${settings.address}</span>
      </span>
      <span class="connector-state" data-state=${state} data-look=${looks(this.connector) ?? nothing}>
        ${standing(this.connector)}
        <span class="row-line soft">${counted(records)}</span>
        <span class="row-line soft">
          ${nextAt ? t('connector.next', { when: when(nextAt) }) : nothing}
          ${lastComparedAt ? t('connector.compared', { when: when(lastComparedAt) }) : nothing}
        </span>
      </span>
      <p class="buttons">
        ${this.#button('pull', 'connector.pull', 'changes')}
        ${this.#button('compare', 'connector.compare', 'everything', 'pull')}
        ${this.#button('preview', 'connector.preview')}
        ${records.refused > 0 ? this.#button('refused', 'connector.see-refused', 'refused', 'records') : nothing}
        ${records.gone > 0 ? this.#button('gone', 'connector.see-gone', 'gone', 'records') : nothing}
        ${this.#button('edit', 'connector.change')} ${this.#button('remove', 'connector.remove')}
      </p>
    </div>`;
  }

  #button(action, word, detail, says = action) {
    return html`<button
      class="quiet"
      data-action=${action}
      @click=${() => this.dispatchEvent(new CustomEvent(says, { detail }))}
    >
      ${t(word)}<span class="visually-hidden">${t('colon')}${this.connector.name}</span>
    </button>`;
  }
}

customElements.define('connector-row', ConnectorRow);
