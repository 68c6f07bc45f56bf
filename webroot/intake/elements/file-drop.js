import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';

/**
 * Chooses a file, or takes one that is dropped; says so with the event `chosen`. The same file may be chosen once more,
 * which browsers tell only where nothing was chosen.
 */
class FileDrop extends LightElement {
  static properties = { name: { attribute: false }, over: { state: true } };

  render() {
    return html`<label
      class="file-drop ${this.over ? 'over' : ''}"
      @dragover=${(event) => this.#hover(event, true)}
      @dragleave=${(event) => this.#hover(event, false)}
      @drop=${this.#drop}
    >
      <span>${this.name ? t('import.file-other') : t('import.file')}</span>
      <input
        type="file"
        name="file"
        accept=".csv,.txt,.xlsx,.dfq,.dfd,.qif,.xml,text/csv"
        aria-describedby="file-hint"
        @click=${({ target }) => (target.value = '')}
        @change=${({ target }) => this.#take(target.files[0])}
      />
      <span class="soft" id="file-hint">${t('import.file-hint')}</span>
    </label>`;
  }

  #hover(event, over) {
    event.preventDefault();
    this.over = over;
  }

  #drop(event) {
    this.#hover(event, false);
    this.#take(event.dataTransfer.files[0]);
  }

  #take(file) {
    file && this.dispatchEvent(new CustomEvent('chosen', { detail: file }));
  }
}

customElements.define('file-drop', FileDrop);
