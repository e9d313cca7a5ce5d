'use client'

import { StepSaveBar } from '@/components/campaign/step-save-bar'
import type { ObjectivesEdit } from './use-objectives-form'

/** Saves the form around it; counts the fields that hold that up. */
export function ObjectivesSaveBar({ edit }: { edit: ObjectivesEdit }) {
  const { errors } = edit.form.formState
  const faultCount = Object.keys(errors).filter((name) => name !== 'root').length
  const faults = (
    <span className="text-danger">
      {faultCount === 1 ? '1 field needs another look' : `${faultCount} fields need another look`}
    </span>
  )
  return (
    <StepSaveBar
      edit={edit}
      label="Save objectives"
      isFloating={edit.isDirty}
      {...(faultCount > 0 ? { status: faults } : {})}
    />
  )
}
