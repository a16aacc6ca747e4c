// The Hub tab: a hand-written Module Federation container. No bundler, no npm build.
var hubPlugin = (() => {
  let scope
  const take = async name => {
    const versions = scope[name]
    if (!versions) throw new Error('Hawtio shares no ' + name)
    const newest = Object.keys(versions).sort().pop()
    return (await versions[newest].get())()
  }

  const BEAN = 'in.sangam:type=Hub'
  const REFRESH_MILLIS = 5000

  return {
    init: shared => { scope = shared },
    get: async () => {
      const React = await take('react')
      const { jolokiaService, hawtio } = await take('@hawtio/react')
      const e = React.createElement

      const table = (caption, columns, rows, empty) =>
        e('section', { style: { marginBottom: 32 } },
          e('h2', { className: 'pf-v6-c-title pf-m-lg' }, caption),
          rows.length === 0 ? e('p', null, empty) :
            e('table', { className: 'pf-v6-c-table pf-m-grid-md pf-m-compact', 'aria-label': caption },
              e('thead', { className: 'pf-v6-c-table__thead' },
                e('tr', { className: 'pf-v6-c-table__tr' },
                  columns.map(c => e('th', { key: c, scope: 'col', className: 'pf-v6-c-table__th pf-m-wrap' }, c)))),
              e('tbody', { className: 'pf-v6-c-table__tbody' },
                rows.map((cells, i) =>
                  e('tr', { key: i, className: 'pf-v6-c-table__tr' },
                    cells.map((cell, j) => e('td', { key: j, className: 'pf-v6-c-table__td' }, cell)))))))

      const age = seconds =>
        seconds === null || seconds === undefined ? 'never'
          : seconds < 120 ? seconds + ' s'
          : seconds < 7200 ? Math.floor(seconds / 60) + ' min'
          : Math.floor(seconds / 3600) + ' h'

      const Hub = () => {
        const [state, setState] = React.useState(null)
        const [note, setNote] = React.useState('')
        const read = () => jolokiaService.readAttribute(BEAN, 'Status')
          .then(json => setState(JSON.parse(json)))
          .catch(problem => setNote(String(problem)))
        React.useEffect(() => {
          read()
          const timer = setInterval(read, REFRESH_MILLIS)
          return () => clearInterval(timer)
        }, [])
        const replay = queue => jolokiaService.execute(BEAN, 'replayDeadLetters', [queue])
          .then(count => { setNote(count + ' dead letters of ' + queue + ' put back on their queue'); read() })
          .catch(problem => setNote('Not replayed: ' + (problem.message || problem)))

        const pollNow = stream => jolokiaService.execute(BEAN, 'pollNow', [stream])
          .then(() => { setNote(stream + ' is polled now'); read() })
          .catch(problem => setNote('Not polled: ' + (problem.message || problem)))

        if (!state) return e('section', { id: 'hub-tab', style: { padding: 24 } }, note || 'Reading …')
        return e('section', { id: 'hub-tab', style: { padding: 24, overflow: 'auto', height: '100%' } },
          e('h1', { className: 'pf-v6-c-title pf-m-2xl' }, 'Hub'),
          e('p', null, 'As of ' + state.asOf),
          e('p', { role: 'status', id: 'hub-note' }, note),
          state.brokerProblem && e('p', { role: 'alert', id: 'hub-broker' }, state.brokerProblem),
          table('Streams',
            ['Stream', 'Route', 'Last success', 'Promised', 'State', 'Last error', 'Quarantined', ''],
            state.streams.map(s => [s.portal + ' ' + s.stream, s.route, age(s.ageSeconds), age(s.promiseSeconds),
              s.state + (s.late ? ', late' : ''), s.lastError || '', s.quarantined,
              e('button', { className: 'pf-v6-c-button pf-m-link pf-m-inline', onClick: () => pollNow(s.portal + '.' + s.stream) },
                'Poll now')]),
            'No connector is loaded.'),
          table('Queues', ['Queue', 'Pages waiting', 'Dead letters', ''],
            state.queues.map(q => [q.name, q.waiting ?? 'not known', q.deadLetters ?? 'not known',
              q.deadLetters > 0
                ? e('button', { className: 'pf-v6-c-button pf-m-secondary', onClick: () => replay(q.name) }, 'Replay')
                : '']),
            'The broker has no queue.'),
          table('Deliveries', ['Portal', 'Published', 'Acknowledged', 'Refused', 'Pending'],
            state.sinks.map(s => [s.sink, s.published, s.acknowledged, s.refused, s.pending]), 'Nothing is delivered yet.'))
      }

      const plugin = () => hawtio.addPlugin(
        { id: 'hub', title: 'Hub', path: '/hub', order: 0, component: Hub, isActive: async () => true })
      return () => ({ plugin })
    },
  }
})()
