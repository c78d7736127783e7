-- Jobs stand in the queue's own schema, which its library has set up before this file runs. The application may do four
-- closed things with them: add one in its own transaction, look at them without what they carry, count them, try one again.
create function enqueue_job(kind text, payload json) returns void
  language sql volatile security definer set search_path = public, pg_temp
as $$ select graphile_worker.add_job(kind, payload, max_attempts => 10) $$;
revoke execute on function enqueue_job from public;
grant execute on function enqueue_job to hangji_writer;

create view job as
  select jobs.id, tasks.identifier as kind,
    case when jobs.locked_at is not null then 'running' when jobs.attempts >= jobs.max_attempts then 'failed' else 'waiting' end as state,
    jobs.attempts::integer, jobs.max_attempts::integer, split_part(jobs.last_error, E'\n', 1) as last_error,
    jobs.created_at, jobs.run_at, jobs.locked_at as started_at
  from graphile_worker._private_jobs as jobs
  join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id;
grant select on job to hangji_reader, hangji_writer;

-- Only what failed for good, or waits for its next attempt, is moved; what runs is left alone.
create function retry_job(job bigint) returns void
  language sql volatile security definer set search_path = public, pg_temp
as $$ select graphile_worker.reschedule_jobs(array[job], run_at => now(), attempts => 0) $$;
revoke execute on function retry_job from public;
grant execute on function retry_job to hangji_writer;
