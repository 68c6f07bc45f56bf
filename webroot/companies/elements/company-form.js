import { html, nothing } from 'lit';
import { Problem } from '../../base/ask.js';
import { confirmed } from '../../base/elements/dialogs.js';
import { savedOver } from '../../base/elements/difference.js';
import { choicesOf, field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { languageField, zoneField } from '../../base/elements/reader-fields.js';
import { can } from '../../base/reading/access.js';
import { t } from '../../base/words.js';
import { editFields, KINDS, maySayManagers, sent, suggestedCode, TIERS } from '../reading/company.js';
import { accountManagers, addCompany, oneCompany, saveCompany } from '../requests.js';

const NEW = { name: '', kind: 'customer', tier: 'standard', managers: [] };

/** Adds a company, or changes one; `done` with it and the version it has then, or with nothing. */
class CompanyForm extends FormElement {
  static properties = {
    company: { attribute: false },
    me: { attribute: false },
    managers: { state: true },
    chosen: { state: true },
  };
  static texts = { 409: 'companies.full' };

  #started;

  connectedCallback() {
    super.connectedCallback();
    this.#started = this.company ?? NEW;
    this.chosen = this.#started.managers.map(({ id }) => String(id));
  }

  async firstUpdated() {
    const { managers, you } = await accountManagers().catch(() => ({ managers: [] }));
    const may = maySayManagers(this.#started, { you, administers: can(this.me, 'people.manage') });
    this.managers = may ? managers : [];
    if (!this.company && you !== undefined) {
      this.chosen = [String(you)]; // Whoever brings a customer looks after them.
    }
  }

  render() {
    const { name, kind, tier, language, zone } = this.#started;
    return html`<form class="form" @submit=${this.#save}>
      <h2>${this.company ? t('companies.edit') : t('companies.add')}</h2>
      ${field({
        id: 'company-name',
        name: 'name',
        label: t('companies.name'),
        value: name,
        maxlength: 200,
        error: this.wrong('name') && t('companies.name-wrong'),
      })}
      ${this.company ? nothing : this.#codeField()}
      ${selection({
        name: 'kind',
        label: t('companies.kind'),
        options: KINDS.map((one) => [one, t(`company-kind.${one}`)]),
        chosen: kind,
      })}
      ${selection({
        name: 'tier',
        label: t('tier'),
        options: TIERS.map((one) => [one, t(`tier.${one}`)]),
        chosen: tier,
      })}
      ${this.#managersField()}
      <fieldset class="form reading-of">
        <legend>${t('companies.reading')}</legend>
        <p class="soft">${t('companies.reading-text')}</p>
        ${languageField(language)} ${zoneField(zone)}
      </fieldset>
      ${this.trouble('name', 'code', 'managers')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>
          ${t(this.company ? 'save' : 'companies.add-go')}
        </button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #codeField() {
    return field({
      id: 'company-code',
      name: 'code',
      code: true,
      required: false,
      maxlength: 40,
      label: t('companies.code'),
      hint: t('companies.code-hint'),
      error: this.wrong('code') && t(this.problem.status === 409 ? 'companies.code-taken' : 'companies.code-wrong'),
    });
  }

  #managersField() {
    return this.managers?.length
      ? choicesOf({
          name: 'managers',
          legend: t('companies.managers'),
          options: this.managers.map(({ id, name }) => [String(id), name]),
          chosen: this.chosen,
          change: ({ target: { value, checked } }) => {
            this.chosen = checked ? [...this.chosen, value] : this.chosen.filter((id) => id !== value);
          },
          error: this.wrong('managers'),
        })
      : nothing;
  }

  #save = async (event) => {
    const said = submitted(event);
    const managers = this.managers?.filter(({ id }) => this.chosen.includes(String(id)));
    const wanted = { ...said, managers: this.managers?.length ? managers : undefined };
    if (!this.company) {
      this.attempt(() => this.#add(said.code.trim() || suggestedCode(said.name), wanted));
    } else if (await this.#means(wanted)) {
      this.attempt(() => this.#change(wanted));
    }
  };

  async #add(code, wanted) {
    if (await isTaken(code)) {
      throw new Problem(409, { field: 'code' });
    }
    this.done(await addCompany(code, sent(wanted)));
  }

  /** Another tier means more than another word: it is asked first. */
  #means({ name, tier }) {
    const before = this.company.tier;
    return tier === before || confirmed({
      title: t('companies.tier-title', { name, before: t(`tier.${before}`), after: t(`tier.${tier}`) }),
      text: t('companies.tier-text', { after: t(`tier.${tier}`) }),
      go: t('companies.tier-go'),
    });
  }

  async #change(wanted) {
    const { code, version } = this.company;
    const saved = await savedOver({
      save: async (said, startedFrom) => ({ ...said, ...(await saveCompany(code, sent(said), startedFrom)) }),
      started: { ...this.#started, version },
      mine: wanted,
      fields: editFields().filter(({ name }) => name !== 'managers' || wanted.managers),
    });
    saved && this.done(saved);
  }
}

/** Whether there is one already: it is not changed by somebody who means to add another. */
async function isTaken(code) {
  try {
    await oneCompany(code);
    return true;
  } catch (problem) {
    if (problem.status === 404) {
      return false;
    }
    throw problem;
  }
}

customElements.define('company-form', CompanyForm);
