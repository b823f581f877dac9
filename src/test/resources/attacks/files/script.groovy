println 'x'
