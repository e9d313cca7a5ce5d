'use client'

import { Upload } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { FileDrop } from '@/components/ui/file-drop'
import { Input } from '@/components/ui/input'
import { Progress } from '@/components/ui/progress'
import { Sheet, SheetContent, SheetTrigger } from '@/components/ui/sheet'
import { type Mapping, mappingSchema } from '@/lib/sources/mapping'
import { type CsvSample, guessMapping, readCsvSample } from './guess-mapping'
import { ImportResult } from './import-result'
import { MappingFields } from './mapping-fields'
import { useCreateSource, useImportFile } from './use-sources'

const SAMPLE_BYTES = 65_536
const MAX_FILE_BYTES = 100_000_000

interface ChosenFile {
  file: File
  sample: CsvSample
}

/** From a file to customers: drop, say which column is what, import, read what was refused. */
export function ImportSheet() {
  return (
    <Sheet>
      <SheetTrigger asChild>
        <Button variant="primary" icon={<Upload aria-hidden />}>
          Import customers
        </Button>
      </SheetTrigger>
      <SheetContent title="Import customers from a CSV file" size="lg">
        <ImportForm />
      </SheetContent>
    </Sheet>
  )
}

function ImportForm() {
  const [chosen, setChosen] = useState<ChosenFile | null>(null)
  const [mapping, setMapping] = useState<Mapping>({
    idColumn: '',
    consentColumn: '',
    attributes: [],
  })
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const create = useCreateSource()
  const importFile = useImportFile()

  const choose = async ([file]: readonly File[]) => {
    if (!file) return
    const sample = readCsvSample(await file.slice(0, SAMPLE_BYTES).text())
    if (!sample) {
      setProblem(
        'This file has no header and rows that can be read as CSV. Save it as CSV with a first line of column names.',
      )
      return
    }
    setProblem(null)
    setName(file.name.replace(/\.[a-z]+$/i, ''))
    setMapping(guessMapping(sample))
    setChosen({ file, sample })
  }
  const start = async ({ file }: ChosenFile) => {
    const checked = mappingSchema.safeParse(mapping)
    if (!checked.success) {
      setProblem(
        mapping.consentColumn === ''
          ? 'Choose the column that holds the consent.'
          : (checked.error.issues[0]?.message ?? 'Check the columns.'),
      )
      return
    }
    setProblem(null)
    try {
      const source = await create.mutateAsync({ kind: 'csv', name, mapping: checked.data })
      await importFile.mutateAsync({ sourceId: source.id, file })
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The import did not work. Try again.')
    }
  }

  if (importFile.data) return <ImportResult run={importFile.data} />
  return (
    <div className="space-y-4">
      {problem && (
        <Callout tone="danger" live>
          {problem}
        </Callout>
      )}
      {chosen === null ? (
        <FileDrop
          accept={{ 'text/csv': ['.csv', '.tsv', '.txt'] }}
          maxSizeBytes={MAX_FILE_BYTES}
          multiple={false}
          title="Drop a CSV file here, or choose one"
          hint="Up to 100 MB, one customer a row, column names in the first line"
          onFiles={(files) => void choose(files)}
          onRejected={() => setProblem('Choose one CSV file of at most 100 MB.')}
        />
      ) : (
        <>
          <Field label="Name of the source">
            <Input value={name} onChange={(event) => setName(event.target.value)} />
          </Field>
          <MappingFields sample={chosen.sample} value={mapping} onChange={setMapping} />
          {importFile.isPending && (
            <Progress
              value={null}
              label="Importing"
              detail="Rows are counted in the list of sources as they come in"
            />
          )}
          <div className="flex justify-end gap-2">
            <Button onClick={() => setChosen(null)} disabled={importFile.isPending}>
              Another file
            </Button>
            <Button
              variant="primary"
              loading={create.isPending || importFile.isPending}
              onClick={() => void start(chosen)}
            >
              Import
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
