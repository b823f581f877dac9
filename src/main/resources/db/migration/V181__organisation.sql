-- Whose telephone stands at which extension of the exchange. Apart from member: whoever moves takes their telephone along.
create table member_extension (
  user_id   text primary key,
  extension text not null unique check (extension ~ '^[0-9]{2,10}$')
);
