import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { t, wording } from '../../base/words.js';
import { emptyStage, fromFile, routingDraft } from '../reading/routing.js';
import { templates } from '../requests.js';

/** With what a new routing begins: a template, nothing, or a file. `begun` with what is then edited. */
class RoutingBeginning extends FormElement {
  static properties = { templates: { state: true }, over: { state: true }, unread: { state: true } };

  firstUpdated() {
    this.attempt(async () => {
      this.templates = (await templates()).templates;
    });
  }

  render() {
    return html`<section class="manage" aria-labelledby="beginning">
      <p class="eyebrow"><a href="/routings">${t('routings.title')}</a></p>
      <h1 id="beginning">${t('routings.begin-title')}</h1>
      <p class="soft">${t('routings.begin-text')}</p>
      ${this.trouble()}
      <ul class="beginnings">
        ${(this.templates ?? []).map((one) => html`<li>${this.#template(one)}</li>`)}
        <li>
          <button class="card beginning" data-template="empty" @click=${this.#empty}>
            <b>${t('routings.empty')}</b><span class="soft">${t('routings.empty-text')}</span>
          </button>
        </li>
      </ul>
      ${this.#file()}
    </section>`;
  }

  #template = ({ code, name, about, stages }) => html`<button
    class="card beginning"
    data-template=${code}
    @click=${() => this.#begin(routingDraft({ stages, name: wording(name) }))}
  >
    <b>${wording(name)}</b>
    <span>${wording(about)}</span>
    <span class="soft">${stages.map((stage) => wording(stage.name)).join(t('routings.then'))}</span>
  </button>`;

  #file() {
    return html`<div
      class="file-room"
      ?data-over=${this.over}
      @dragover=${(event) => this.#hover(event, true)}
      @dragleave=${(event) => this.#hover(event, false)}
      @drop=${this.#dropped}
    >
      <label class="entry">
        <span>${t('routings.file')}</span>
        <input
          type="file"
          name="file"
          accept="application/json,.json"
          aria-invalid=${this.unread ? 'true' : nothing}
          aria-describedby="file-hint file-error"
          @change=${({ target }) => this.#read(target.files[0])}
        />
      </label>
      <p class="soft" id="file-hint">${t('routings.file-hint')}</p>
      <p class="trouble" id="file-error" role="alert">${this.unread ? t('routings.file-unread') : ''}</p>
    </div>`;
  }

  #hover(event, over) {
    event.preventDefault();
    this.over = over;
  }

  #dropped = (event) => {
    event.preventDefault();
    this.over = false;
    this.#read(event.dataTransfer.files[0]);
  };

  async #read(file) {
    if (!file) {
      return;
    }
    try {
      this.#begin(fromFile(await file.text()));
    } catch {
      this.unread = true;
    }
  }

  #empty = () => this.#begin({ ...routingDraft({}), stages: [emptyStage()] });

  #begin(detail) {
    this.dispatchEvent(new CustomEvent('begun', { detail }));
  }
}

customElements.define('routing-beginning', RoutingBeginning);
