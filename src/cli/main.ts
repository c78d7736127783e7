console.log('hangji');
