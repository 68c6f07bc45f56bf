import { html, nothing } from 'lit';
import { field, selection } from '../../base/elements/field.js';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { COLUMNS, CONSTANTS, faultSaid, kindName, KINDS, saidIn } from '../reading/connectors.js';
import { saveConnector, tryConnector } from '../requests.js';

/** Sets a connector up; tries it as it would be; `done` with it. */
class ConnectorForm extends FormElement {
  static properties = {
    connector: { attribute: false },
    taken: { attribute: false },
    kind: { state: true },
    brings: { state: true },
    tried: { state: true },
  };

  willUpdate() {
    this.kind ??= this.connector?.settings.kind ?? 'odoo';
    this.brings ??= this.connector?.brings ?? 'orders';
  }

  render() {
    const { connector } = this;
    return html`<form class="form" novalidate @submit=${this.#save}>
      <h2>${t(connector ? 'connector.edit' : 'connectors.add')}</h2>
      ${connector
        ? nothing
        : this.#field('code', '', { maxlength: 40, code: true, hint: t('connector.code-hint') })}
      ${this.#field('name', connector?.name, { maxlength: 80 })}
      ${selection({
        name: 'kind',
        label: t('connector.kind'),
        options: KINDS.map((kind) => [kind, kindName(kind)]),
        chosen: this.kind,
        change: ({ target }) => (this.kind = target.value),
      })}
      ${selection({
        name: 'brings',
        label: t('connector.brings'),
        options: ['orders', 'plant-log'].map((what) => [what, t(`connector.brings-${what}`)]),
        chosen: this.brings,
        change: ({ target }) => (this.brings = target.value),
      })}
      ${this.#source()} ${this.#mapping()} ${this.#rules()}
      ${this.trouble('code', 'name', 'secret', 'settings.address', 'settings.resource', 'settings.filter', 'mapping')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('save')}</button>
        <button type="button" class="quiet" data-action="test" ?disabled=${this.busy} @click=${this.#try}>
          ${t(this.busy ? 'connector.testing' : 'connector.test')}
        </button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #source() {
    const { settings, hasSecret } = this.connector ?? {};
    const isFile = this.kind === 'csv';
    return html`${this.#field('address', settings?.address, {
      wrong: 'settings.address',
      code: true,
      hint: t(isFile ? 'connector.address-file-hint' : 'connector.address-hint'),
    })}
    ${isFile
      ? nothing
      : this.#field('resource', settings?.resource, {
          wrong: 'settings.resource',
          code: true,
          required: this.kind !== 'rest',
          hint: t(`connector.resource-${this.kind}`),
        })}
    ${isFile
      ? nothing
      : this.#field('filter', settings?.filter, {
          wrong: 'settings.filter',
          code: true,
          required: false,
          hint: t(`connector.filter-${this.kind}`),
        })}
    ${this.#field('user', settings?.access?.name, { required: false, code: true, hint: t('connector.user-hint') })}
    ${this.#field('secret', '', {
      type: 'password',
      required: false,
      autocomplete: 'new-password',
      hint: t(hasSecret ? 'connector.secret-kept' : 'connector.secret-hint'),
    })}
    ${isFile
      ? this.#field('hostKey', settings?.access?.hostKey, {
          required: false,
          code: true,
          hint: t('connector.host-key-hint'),
        })
      : nothing}
    <details>
      <summary>${t('connector.shape')}</summary>
      ${this.#field('recordId', this.#own('id'), { required: false, code: true, hint: t('connector.record-id-hint') })}
      ${['items', 'changed', 'lines'].map((name) =>
        this.#field(name, this.#own(name), { required: false, code: true }))}
      ${this.#field('zone', this.#own('zone'), { required: false, code: true, hint: t('connector.zone-hint') })}
    </details>`;
  }

  /** Of another kind, other things are usual. */
  #own(name) {
    const { settings } = this.connector ?? {};
    return settings && settings.kind === this.kind ? settings.shape[name] : undefined;
  }

  #mapping() {
    const { mapping } = this.connector ?? {};
    return html`<fieldset class="connector-map">
      <legend>${t('connector.mapping')}</legend>
      <p class="soft">${t('connector.mapping-hint')}</p>
      ${this.#outcome()}
      ${COLUMNS[this.brings].map((name) =>
        this.#field(`column-${name}`, mapping?.columns[name], {
          label: t(`connector.column-${name}`),
          required: false,
          code: true,
          list: 'connector-columns',
        }))}
      ${CONSTANTS[this.brings].map((name) =>
        this.#field(`constant-${name}`, mapping?.constants[name], {
          label: t(`connector.constant-${name}`),
          required: false,
          code: true,
        }))}
      <datalist id="connector-columns">
        ${(this.tried?.columns ?? []).map((one) => html`<option value=${one}></option>`)}
      </datalist>
      <p class="trouble" role="alert">${this.wrong('mapping') ?? ''}</p>
    </fieldset>`;
  }

  #outcome() {
    const { works, fault, columns } = this.tried ?? {};
    if (!this.tried) {
      return nothing;
    }
    return works
      ? html`<p role="status" data-works>
          ${t('connector.works', { columns: (columns ?? []).join(t('connector.between')) })}
        </p>`
      : html`<p role="status" class="trouble">${faultSaid(fault)}</p>`;
  }

  #rules() {
    const { rules } = this.connector ?? {};
    const minutes = { type: 'number', min: 1, max: 10_080 };
    return html`${this.#field('everyMinutes', String(rules?.everyMinutes ?? 5), minutes)}
    ${selection({
      name: 'whenGone',
      label: t('connector.when-gone'),
      options: ['tell', 'cancel'].map((what) => [what, t(`connector.when-gone-${what}`)]),
      chosen: rules?.whenGone ?? 'tell',
    })}
    <label class="tick">
      <input type="checkbox" name="paused" ?checked=${rules?.paused} /> <span>${t('connector.paused')}</span>
    </label>`;
  }

  #field(name, value, { wrong = name, label = t(`connector.${name}`), ...more } = {}) {
    const id = `connector-${name}`;
    return field({ id, name, label, value: value ?? '', error: this.wrong(wrong, name), ...more });
  }

  #filled() {
    return Object.fromEntries(new FormData(this.querySelector('form')));
  }

  #code() {
    return this.connector?.code ?? (this.#filled().code.trim() || 'new');
  }

  #try = () =>
    this.attempt(async () => {
      this.tried = undefined;
      this.tried = await tryConnector(this.#code(), saidIn(this.#filled(), this.connector));
    });

  #save = (event) => {
    event.preventDefault();
    const isTaken = !this.connector && this.taken.includes(this.#code());
    const wrong = isTaken ? [{ field: 'code', said: t('connector.code-taken') }] : [];
    if (this.fine(event.target, { wrong })) {
      const said = saidIn(this.#filled(), this.connector);
      this.attempt(async () => this.done(await saveConnector(this.#code(), said)));
    }
  };
}

customElements.define('connector-form', ConnectorForm);
